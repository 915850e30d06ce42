package dev.tare.comparison.web;

import dev.tare.catalogue.Assumption;
import dev.tare.catalogue.Catalogue;
import dev.tare.site.Figures;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An assumption a reader can put a figure of their own in place of, with what is known of it.
 *
 * @param known  its low, likely and high with the unit
 * @param source who says so, since when
 * @param how    how it was obtained, in words
 * @param value  what stands in the field
 * @param yours  the reader's figure with its unit; empty where the catalogue's is taken
 * @param error  what would have been right where what was typed cannot stand; empty otherwise
 */
record Change(String key, String what, String unit, String known, String source, String how, String value,
        String yours, String error) {
    /** Empty for a key that is no numeric assumption. */
    static Optional<Change> of(String key, WhatIf whatIf, @Nullable Typed typed, Catalogue catalogue,
            Figures figures) {
        return catalogue.entry(key).filter(Assumption::usable).map(entry -> of(entry, whatIf, typed, figures));
    }

    static Change of(Assumption entry, WhatIf whatIf, @Nullable Typed typed, Figures figures) {
        Double own = whatIf.figures().get(entry.key());
        boolean refused = typed != null && typed.key().equals(entry.key()) && !typed.fits();
        return new Change(entry.key(), entry.what(), entry.unit(), known(entry, figures),
                entry.source() + ", " + entry.asOf(), entry.how().words(),
                refused && typed != null ? typed.text() : own == null ? "" : WhatIf.plain(own),
                own == null ? "" : figures.number(own) + unit(entry), refused && typed != null ? typed.expected() : "");
    }

    /** "0.2 – 0.5 – 3 ms". */
    static String known(Assumption entry, Figures figures) {
        double low = orZero(entry.low());
        double likely = orZero(entry.likely());
        double high = orZero(entry.high());
        String written = low == high
                ? figures.number(likely)
                : figures.number(low) + " \u2013 " + figures.number(likely) + " \u2013 " + figures.number(high);
        return written + unit(entry);
    }

    /** The key as it can name an element of a page. */
    public String id() {
        return "set-" + key.replaceAll("[^A-Za-z0-9]+", "-");
    }

    private static String unit(Assumption entry) {
        return entry.unit().equals("count") || entry.unit().equals("ratio") ? "" : "\u00a0" + entry.unit();
    }

    private static double orZero(@Nullable Double figure) {
        return figure == null ? 0 : figure;
    }
}
