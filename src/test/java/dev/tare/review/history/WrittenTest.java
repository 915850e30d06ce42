package dev.tare.review.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.review.history.Diff.End;
import dev.tare.review.history.Diff.Row;
import dev.tare.review.history.Diff.Way;
import dev.tare.review.history.Inventory.Changed;
import dev.tare.review.history.Inventory.FieldChange;
import dev.tare.review.history.Inventory.Parts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What pipelines print and post, to the letter. */
class WrittenTest {
    private static final Parts NONE = new Parts(List.of(), List.of(), List.of());

    @Test
    void writesColumnsForATerminal() throws IOException {
        assertThat(new Written(shop().judged(Limit.read("5%"))).text()).isEqualTo(file("diff.txt"));
    }

    @Test
    void writesTablesForAPullRequest() throws IOException {
        assertThat(new Written(shop().judged(Limit.read("tare:150"))).markdown()).isEqualTo(file("diff.md"));
    }

    @Test
    void saysWhenNothingChanged() {
        Diff same = diff(List.of(row("gross", "cost", 1470, 1470, null, null, null, Way.SAME, 0)),
                new Inventory(List.of(), NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE));
        assertThat(Telling.headline(same)).isEqualTo("Nothing changed.");
        assertThat(same.judged(Limit.read("0%")).verdict()).isEqualTo("pass");
    }

    @Test
    void listsAsMuchAsAnybodyReads() {
        List<String> names = IntStream.range(0, 60).mapToObj(i -> "service-" + i).toList();
        Inventory many = new Inventory(List.of(), new Parts(names, List.of(), List.of()), NONE, NONE, NONE, NONE, NONE,
                NONE, NONE);
        assertThat(Listing.of(many)).hasSize(41).last().isEqualTo("… and 20 more of services");
    }

    private static Diff shop() {
        List<Row> rows = List.of(row("gross", "cost", 1470, 1590, 90.0, 151.0, 1.0, Way.MORE, 20),
                row("net", "cost", 600, 600, 0.0, 0.0, 0.5, Way.SAME, 0),
                row("tare", "cost", 870, 990, 90.0, 151.0, 1.0, Way.MORE, 20),
                row("network", "cost", 70, 60, -14.0, 3.0, 0.2, Way.TOO_CLOSE, 0),
                row("mesh", "cost", 800, 930, null, null, null, Way.MORE, 20),
                row("gross", "p99Ms", 0, 9.64, 8.1, 12.0, 1.0, Way.MORE, 0),
                row("gross", "bytesPerMonth", 1.9e12, 1.8e12, -2e11, -5e10, 0.0, Way.LESS, 0));
        Inventory inventory = new Inventory(List.of(new FieldChange("currency", "USD", "EUR")),
                new Parts(List.of("ads"), List.of("mail"), List.of(new Changed("cart", List.of(
                        new FieldChange("cpu.request", "", "0.25"), new FieldChange("replicas", "2.0", "3.0"))))),
                new Parts(List.of("web → ads"), List.of(), List.of()), NONE, NONE, NONE, NONE, NONE, NONE);
        return diff(rows, inventory);
    }

    private static Diff diff(List<Row> rows, Inventory inventory) {
        return new Diff("shop", "Shop *1*", "USD", "month",
                new End(12L, Instant.parse("2026-10-21T09:30:00Z"), "s7"), new End(14L,
                        Instant.parse("2026-11-20T17:05:00Z"), null),
                "", rows, inventory, null, null,
                List.of("The history of this estate begins later than that: with its first state."));
    }

    private static Row row(String figure, String measure, double before, double after, Double low, Double high,
            Double odds, Way way, double model) {
        double change = after - before;
        return new Row(figure, measure, before, after, change, before == 0 ? null : change / before * 100, low, high,
                odds, way, change - model, model);
    }

    private static String file(String name) throws IOException {
        try (InputStream in = WrittenTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
