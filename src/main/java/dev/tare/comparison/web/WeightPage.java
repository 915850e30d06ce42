package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Answer;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Figures;
import java.util.List;
import java.util.stream.IntStream;

/** Everything the weight page shows, written out. */
record WeightPage(String slug, String name, Headline headline, Summary summary, Plate plate, String measureWords,
        String span,
        Bars bars, Beside beside, Carriers carriers, Buys buys, List<EntryRow> entries, Choices choices) {
    /** What a request takes at one entry point. */
    record EntryRow(String service, String p50, String p90, String p99, String tareShare) {}

    static WeightPage of(Snapshot estate, WeightQuery query, Answer answer, String headlineScenario,
            Catalogue catalogue, Figures figures) {
        Writer writer = new Writer(figures, answer.currency());
        Workings workings = new Workings(estate.slug());
        Weighed today = answer.named(Sought.TODAY.written());
        Weighed a = answer.named(query.a().written());
        Weighed b = answer.named(query.b().written());
        List<Weighed> bars = query.bars(estate.document()).stream().map(answer::named).toList();
        return new WeightPage(estate.slug(), estate.document().name(),
                Headline.of(estate.document().name(), answer, today, answer.named(headlineScenario), writer),
                Summary.of(estate.document(), today, writer),
                Plate.of(today, answer.question().draws(), writer, workings),
                Words.sentence(query.measure()), Words.span(today.outlook().gross(query.measure()).isPresent()),
                Bars.of(bars, query.measure(), writer, workings),
                Beside.of(answer, a, b, query.measure(), writer, workings),
                Carriers.of(estate.slug(), estate.document(), today, writer), Buys.of(a, b, writer),
                entries(estate, today, figures), Choices.of("/estates/" + estate.slug(), query, catalogue.presets(),
                        estate.document().shapes(),
                        Beside.title(today)));
    }

    private static List<EntryRow> entries(Snapshot estate, Weighed today, Figures figures) {
        return IntStream.range(0, today.bill().latency().size()).mapToObj(i -> today.bill().latency().get(i))
                .map(each -> new EntryRow(estate.document().services().get(each.service()).name(),
                        figures.ms(each.p50().likely()), figures.ms(each.p90().likely()),
                        figures.ms(each.p99().likely()), figures.percent(each.tareShare())))
                .toList();
    }
}
