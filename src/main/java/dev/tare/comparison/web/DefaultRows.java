package dev.tare.comparison.web;

import dev.tare.comparison.Defaults;
import dev.tare.comparison.Defaults.Gap;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Figures;
import java.util.List;

/**
 * What a bill rests on that nobody stated, as a page shows it.
 *
 * @param sentence how much it is, and what stating the first fields would do
 * @param first    the fields to state first
 * @param others   the others that would narrow it, by themselves
 */
record DefaultRows(String sentence, List<Row> first, List<Row> others) {
    private static final int SHOWN = 5;
    /** A field, how often it is missing, and what stating it does to the range. */
    record Row(String name, String href, String missing, String narrows, List<ServiceLinks.Link> services) {}

    static DefaultRows of(Snapshot estate, Defaults defaults, Figures figures) {
        List<String> first = defaults.first().stream().map(Gap::field).toList();
        return new DefaultRows(sentence(defaults, figures),
                defaults.first().stream().map(gap -> row(estate.slug(), gap, figures)).toList(),
                defaults.fields().stream().filter(gap -> !first.contains(gap.field()))
                        .map(gap -> row(estate.slug(), gap, figures)).toList());
    }

    private static String sentence(Defaults defaults, Figures figures) {
        if (defaults.rests() <= 0 && defaults.first().isEmpty()) {
            return "Nothing of this bill rests on defaults.";
        }
        String rests = figures.percent(defaults.rests()) + " of this bill rests on defaults";
        if (defaults.first().isEmpty()) {
            return rests + ", and stating them would not narrow its range.";
        }
        int count = defaults.first().size();
        double left = defaults.together();
        String does = left <= 0.55 && left >= 0.45
                ? "halve the range"
                : "narrow the range by " + figures.percent(1 - left);
        return rests + ": enter " + (count == 1 ? "this field" : "these " + words(count) + " fields") + " to " + does
                + ".";
    }

    private static String words(int count) {
        return count == 2 ? "two" : "three";
    }

    private static Row row(String slug, Gap gap, Figures figures) {
        return new Row(FieldWords.called(gap.field()), href(slug, gap),
                FieldWords.missing(gap.field(), gap.missing(), figures), figures.percent(gap.narrows()),
                gap.services().stream().limit(SHOWN).map(one -> new ServiceLinks.Link(
                        one.service() + " (" + figures.percent(Math.max(0, one.narrows())) + ")",
                        ServiceLinks.field(slug, one.service(), gap.field()))).toList());
    }

    private static String href(String slug, Gap gap) {
        return gap.services().isEmpty()
                ? FieldWords.at(slug, gap.field())
                : ServiceLinks.field(slug, gap.services().getFirst().service(), gap.field());
    }
}
