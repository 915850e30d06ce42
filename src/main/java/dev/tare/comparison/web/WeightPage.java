package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Answer;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.comparison.Defaults.Lack;
import dev.tare.comparison.Question.Look;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Figures;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything the weight page shows, written out. */
record WeightPage(String slug, String name, Headline headline, Summary summary, Plate plate, Yours yours,
        String measureWords, String span, Bars bars, Beside beside, List<Movers> movers, Carriers carriers, Buys buys,
        List<EntryRow> entries, Choices choices) {
    /** What a request takes at one entry point. */
    record EntryRow(String service, String p50, String p90, String p99, String tareShare) {}

    /**
     * What was asked of the page.
     *
     * @param typed    what is being changed and cannot stand; absent where nothing is
     * @param headline the shape the headline speaks of
     * @param lacks    fields a default stands in for
     */
    record Asked(WeightQuery query, @Nullable Typed typed, Sought headline, List<Lack> lacks) {}

    /** {@code before} is the same answer with the catalogue's figures. */
    static WeightPage of(Snapshot estate, Asked asked, Answer answer, Answer before, Catalogue catalogue,
            Figures figures) {
        WeightQuery query = asked.query();
        Writer writer = new Writer(figures, answer.currency());
        Workings workings = new Workings(estate.slug(), query.whatIf());
        Weighed today = answer.named(Sought.TODAY.written());
        Weighed a = answer.named(query.a().written());
        Weighed b = answer.named(query.b().written());
        List<Weighed> bars = query.bars(estate.document()).stream().map(answer::named).toList();
        Was was = new Was(before, writer);
        return new WeightPage(estate.slug(), estate.document().name(),
                Headline.of(estate.document().name(), answer, today, answer.named(asked.headline().written()), writer),
                Summary.of(estate.document(), today, writer),
                Plate.of(today, answer.question().draws(), writer, workings, was),
                Yours.of(estate.slug(), query, today, asked.typed(), catalogue, figures),
                Words.sentence(query.measure()),
                Words.span(today.outlook().gross(query.measure()).isPresent()),
                Bars.of(bars, query.measure(), writer, workings, was),
                Beside.of(answer, a, b, query.measure(), writer, workings),
                movers(answer, a, b, query, new Movers.Means(estate.slug(), query.whatIf(), asked.typed(),
                        asked.lacks(), catalogue, writer)),
                Carriers.of(estate.slug(), estate.document(), today, writer), Buys.of(a, b, writer, workings),
                entries(estate, today, figures), Choices.of("/estates/" + estate.slug(), query, catalogue.presets(),
                        estate.document().shapes(),
                        Beside.title(today)));
    }

    private static List<Movers> movers(Answer answer, Weighed a, Weighed b, WeightQuery query, Movers.Means means) {
        Optional<Movers> gross = answer.looked(new Look(a.name(), null, query.measure()))
                .map(looked -> Movers.of(Beside.title(a), looked, means));
        Optional<Movers> difference = answer.looked(new Look(a.name(), b.name(), query.measure()))
                .map(looked -> Movers.of("The difference between the two", looked, means));
        return Stream.of(gross, difference).flatMap(Optional::stream).filter(each -> !each.rows().isEmpty()).toList();
    }

    private static List<EntryRow> entries(Snapshot estate, Weighed today, Figures figures) {
        return IntStream.range(0, today.bill().latency().size()).mapToObj(i -> today.bill().latency().get(i))
                .map(each -> new EntryRow(estate.document().services().get(each.service()).name(),
                        figures.ms(each.p50().likely()), figures.ms(each.p90().likely()),
                        figures.ms(each.p99().likely()), figures.percent(each.tareShare())))
                .toList();
    }
}
