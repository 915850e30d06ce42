package dev.tare.estate.web;

import dev.tare.estate.Estates.Summary;
import dev.tare.site.Figures;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** All estates in a table, and the form for one more. */
record EstatesView(List<Row> rows, String name, @Nullable String error) {
    /** An estate. */
    record Row(String name, String open, String inventory, String delete, String services, String calls, String updated,
            String at) {}

    static EstatesView of(List<Summary> estates, String name, @Nullable String error) {
        return new EstatesView(estates.stream().map(EstatesView::row).toList(), name, error);
    }

    private static Row row(Summary estate) {
        Figures figures = Figures.forViewer();
        DateTimeFormatter date = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(LocaleContextHolder.getLocale()).withZone(ZoneId.systemDefault());
        return new Row(estate.name(), Addresses.of(estate.slug()), Addresses.of(estate.slug(), "services"),
                Addresses.of(estate.slug(), "delete"), figures.count(estate.services()), figures.count(estate.calls()),
                date.format(estate.updatedAt()), estate.updatedAt().toString());
    }
}
