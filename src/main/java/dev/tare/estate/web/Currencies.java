package dev.tare.estate.web;

import dev.tare.estate.EstateDocument;
import org.jspecify.annotations.Nullable;

/** The currency an estate counts in. */
final class Currencies {
    private static final String DEFAULT = "USD";

    private Currencies() {}

    static String of(EstateDocument document) {
        @Nullable
        String stated = document.currency();
        return stated == null ? DEFAULT : stated;
    }
}
