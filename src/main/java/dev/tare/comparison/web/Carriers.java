package dev.tare.comparison.web;

import dev.tare.comparison.Answer.Weighed;
import dev.tare.engine.Measure;
import dev.tare.estate.EstateDocument;
import dev.tare.site.Place;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The services that carry most of the tare, heaviest first, and how many are left out. */
record Carriers(List<Row> rows, int others, String othersTare) {
    private static final int SHOWN = 8;

    /** A service: its team, its share of the tare's money, and how wide its bar is. */
    record Row(String service, String team, String tare, String share, String width, String label, String teamPage) {}

    static Carriers of(String slug, EstateDocument estate, Weighed weighed, Writer writer) {
        double[] tare = weighed.bill().carriers();
        double all = IntStream.range(0, tare.length).mapToDouble(i -> Math.max(0, tare[i])).sum();
        List<Integer> heaviest = IntStream.range(0, tare.length).boxed().filter(i -> tare[i] > 0)
                .sorted(Comparator.comparingDouble(i -> -tare[i])).toList();
        double most = heaviest.isEmpty() ? 1 : tare[heaviest.getFirst()];
        List<Row> rows = heaviest.stream().limit(SHOWN)
                .map(i -> row(slug, estate.services().get(i), tare[i], all, most, writer)).toList();
        double rest = heaviest.stream().skip(SHOWN).mapToDouble(i -> tare[i]).sum();
        return new Carriers(rows, Math.max(0, heaviest.size() - SHOWN), writer.amount(Measure.COST, rest));
    }

    private static Row row(String slug, EstateDocument.Service service, double tare, double all, double most,
            Writer writer) {
        return new Row(service.name(), service.team() == null ? "" : service.team(),
                writer.amount(Measure.COST, tare), writer.figures().percent(tare / all),
                String.format(Locale.ROOT, "%.2f%%", tare / most * 100),
                Place.service(slug, service.name()),
                service.team() == null ? "" : TeamPage.address(slug, service.team()));
    }
}
