package dev.tare.intake.prometheus;

/** What runs: its name, and its namespace; an empty one when nobody told. */
record Workload(String namespace, String name) {}
