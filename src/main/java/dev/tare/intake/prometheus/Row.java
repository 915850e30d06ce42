package dev.tare.intake.prometheus;

import java.util.Map;

/** One series of an answer. */
record Row(Map<String, String> labels, double value) {
    /** A label; empty when there is none. */
    String label(String name) {
        return labels.getOrDefault(name, "");
    }
}
