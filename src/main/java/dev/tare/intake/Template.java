package dev.tare.intake;

/** A file that shows people what a reader takes, to be filled in and brought back. */
public record Template(String name, String text) {}
