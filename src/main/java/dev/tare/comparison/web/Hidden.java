package dev.tare.comparison.web;

/** A field of a form that nobody sees, so that what an address holds already is kept. */
record Hidden(String name, String value) {}
