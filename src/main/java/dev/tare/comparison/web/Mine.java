package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.site.Figures;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Figures of the reader's own on a page where they cannot be changed, and how to take them back.
 *
 * @param rows    each with the catalogue's beside it
 * @param allBack the address without any of them
 */
record Mine(List<Row> rows, String allBack) {
    /** One of them, and the address without it. */
    record Row(Change change, String takeBack) {}

    static Mine of(WhatIf whatIf, Function<WhatIf, String> address, Catalogue catalogue, Figures figures) {
        return new Mine(whatIf.figures().keySet().stream()
                .flatMap(key -> Change.of(key, whatIf, null, catalogue, figures).stream())
                .map(change -> new Row(change, address.apply(whatIf.without(change.key())))).toList(),
                address.apply(new WhatIf(Map.of(), whatIf.calibrated())));
    }
}
