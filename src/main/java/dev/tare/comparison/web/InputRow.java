package dev.tare.comparison.web;

import dev.tare.catalogue.Assumption;
import dev.tare.catalogue.Catalogue;
import dev.tare.engine.Bill;
import dev.tare.site.Figures;
import org.jspecify.annotations.Nullable;

/**
 * A number that went into a figure, and where it comes from.
 *
 * @param source absent for a number of the estate, or one computed
 * @param change to put another figure in its place; absent where that is not offered
 */
record InputRow(String name, String value, @Nullable Source source, @Nullable Change change) {
    /** An assumption: its own range and unit, who says so, since when, and how it was obtained. */
    record Source(String key, String range, String source, String locator, String asOf, String how, String meaning,
            boolean fromMemory, String note) {}

    /** One that is only read. */
    static InputRow of(Bill.Input input, Writer writer, Catalogue catalogue) {
        Source source = input.assumption().isEmpty()
                ? null
                : catalogue.entry(input.assumption()).map(entry -> source(entry, writer)).orElse(null);
        return new InputRow(input.name(), writer.input(input.name(), input.dimension(), input.value()), source, null);
    }

    /** One that can be changed. */
    static InputRow of(Bill.Input input, Writer writer, Catalogue catalogue, WhatIf whatIf, @Nullable Typed typed) {
        InputRow row = of(input, writer, catalogue);
        return new InputRow(row.name, row.value, row.source,
                Change.of(input.assumption(), whatIf, typed, catalogue, writer.figures()).orElse(null));
    }

    private static Source source(Assumption entry, Writer writer) {
        Double low = entry.low();
        Double high = entry.high();
        String range = low == null || high == null
                ? ""
                : writer.figures().range(low, high, Figures::number) + " " + entry.unit();
        return new Source(entry.key(), range, entry.source(), orEmpty(entry.locator()), entry.asOf(),
                entry.how().words(), entry.how().meaning(), entry.how().id().equals("from-memory"),
                orEmpty(entry.note()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
