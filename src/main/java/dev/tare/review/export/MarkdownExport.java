package dev.tare.review.export;

import dev.tare.review.Csv;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.engine.Bill;
import dev.tare.engine.Measure;
import dev.tare.estate.EstateDocument.Cost;
import dev.tare.estate.EstateDocument.EstateCost;
import dev.tare.estate.EstateDocument.Service;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** What an estate weighs as tables in Markdown, for a wiki page or a pull request. */
@Component
final class MarkdownExport implements ExportFormat {
    @Override
    public String name() {
        return "markdown";
    }

    @Override
    public String title() {
        return "Markdown";
    }

    @Override
    public String holds() {
        return "What the scenarios weigh, the parts of the tare and the services as tables for wikis and pull requests.";
    }

    @Override
    public MediaType type() {
        return MediaType.TEXT_MARKDOWN;
    }

    @Override
    public String extension() {
        return "md";
    }

    @Override
    public String write(Parcel parcel) {
        StringBuilder page = new StringBuilder("# ").append(text(parcel.document().name())).append("\n\n");
        String when = LocalDate.ofInstant(parcel.now(), ZoneOffset.UTC).toString();
        page.append(when).append(", money in ").append(parcel.currency()).append(" a month.\n");
        if (!parcel.isEmpty()) {
            List<Weighed> weighed = parcel.weighed().weighed();
            scenarios(page, weighed, parcel.currency());
            parts(page, weighed.getFirst().bill(), parcel.currency());
            services(page, parcel, weighed.getFirst().bill().carriers());
        }
        calls(page, parcel);
        return page.toString();
    }

    private static void scenarios(StringBuilder page, List<Weighed> weighed, String currency) {
        page.append("\n## What it weighs\n");
        row(page, "Scenario", "Shape", "Units", "Gross", "Between", "Net", "Tare", "p99");
        line(page, 2, 6);
        for (Weighed scenario : weighed) {
            Bill bill = scenario.bill();
            row(page, scenario.name(), scenario.shape(), Integer.toString(bill.units()),
                    Weights.money(Weights.cost(bill.gross()), currency),
                    Weights.range(Weights.of(bill.gross(), Measure.COST), currency),
                    Weights.money(Weights.cost(bill.net()), currency),
                    Weights.money(Weights.cost(bill.tare()), currency),
                    Weights.ms(Weights.of(bill.gross(), Measure.P99_MS).likely()));
        }
    }

    private static void parts(StringBuilder page, Bill bill, String currency) {
        page.append("\n## Parts of today's tare\n");
        row(page, "Part", "Likely", "Between");
        line(page, 1, 2);
        bill.lines().stream().filter(line -> line.measure() == Measure.COST).forEach(line -> row(page,
                line.part().name().toLowerCase(Locale.ROOT), Weights.money(line.range().likely(), currency),
                Weights.range(line.range(), currency)));
    }

    private static void services(StringBuilder page, Parcel parcel, double[] tare) {
        page.append("\n## Services\n");
        row(page, "Service", "Team", "Paid", "Tare");
        line(page, 2, 2);
        List<Service> services = parcel.document().services();
        for (int place = 0; place < services.size(); place++) {
            Service service = services.get(place);
            row(page, service.name(), Objects.requireNonNullElse(service.team(), ""),
                    paid(service.costs().stream().map(Cost::monthly)), Weights.money(tare[place], parcel.currency()));
        }
        if (!parcel.document().costs().isEmpty()) {
            row(page, "(no service)", "", paid(parcel.document().costs().stream().map(EstateCost::monthly)), "");
        }
    }

    private static String paid(Stream<@Nullable BigDecimal> amounts) {
        return amounts.filter(Objects::nonNull).reduce(BigDecimal::add).map(Csv::number).orElse("");
    }

    private static void calls(StringBuilder page, Parcel parcel) {
        if (!parcel.document().calls().isEmpty()) {
            page.append("\n## Calls\n");
            row(page, "Caller", "Callee", "How");
            line(page, 3, 0);
            parcel.document().calls().forEach(call -> row(page, call.from(), call.to(), Graph.words(call)));
        }
    }

    private static void row(StringBuilder page, String... cells) {
        page.append(page.charAt(page.length() - 1) == '\n' && page.charAt(page.length() - 2) != '|' ? "\n" : "");
        page.append(Arrays.stream(cells).map(MarkdownExport::text).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private static void line(StringBuilder page, int words, int figures) {
        page.append("|").append(" --- |".repeat(words)).append(" ---: |".repeat(figures)).append('\n');
    }

    /** Text that is no markup. */
    private static String text(String text) {
        return Graph.line(text).replaceAll("([\\\\`*_{}\\[\\]<>#|~!&])", "\\\\$1");
    }
}
