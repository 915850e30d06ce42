package dev.tare.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param place the estate it began in; nothing outside of any
 * @param found how many there are
 */
record SearchPage(String words, @Nullable Place place, int found, List<Row> rows) {
    private static final int ROWS = 60;
    private static final int FEW = 10;

    /** One of them; {@code where} is the estate it is in where that is another one. */
    record Row(String kind, String name, String detail, String where, String address) {}

    /** {@code few} as suggestions while somebody types. */
    static SearchPage of(String words, @Nullable Place place, List<Search.Hit> hits, boolean few) {
        return new SearchPage(words, place, hits.size(),
                hits.stream().limit(few ? FEW : ROWS).map(SearchPage::row).toList());
    }

    private static Row row(Search.Hit hit) {
        Find find = hit.find();
        return new Row(find.kind(), find.name(), find.detail(), hit.estate(), find.address());
    }

    /** How many are left out. */
    public int more() {
        return found - rows.size();
    }

    /** In words, for the heading. */
    public String headline(Figures figures) {
        if (words.isEmpty()) {
            return "Search";
        }
        String count = found == 0 ? "Nothing" : found == 1 ? "One thing" : figures.count(found) + " things";
        return count + " found for “" + words + "”";
    }
}
