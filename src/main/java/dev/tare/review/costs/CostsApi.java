package dev.tare.review.costs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.tare.review.Standing.Money;
import dev.tare.review.Standing.Spread;
import dev.tare.site.Invalid;
import dev.tare.site.Invalid.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Months of money for programs. */
@Tag(name = "Costs", description = "What an estate costs month by month, against budgets.")
@RestController
class CostsApi {
    private final Costs costs;

    CostsApi(Costs costs) {
        this.costs = costs;
    }

    /**
     * What an estate costs.
     *
     * @param perThousandRequests absent where no requests are known to come in
     */
    record Answer(String currency, Instant at, String by, List<MonthAnswer> months, List<BudgetAnswer> budgets,
            @Nullable Amount perThousandRequests, Spread engineers) {}

    /**
     * A month.
     *
     * @param soFar     what is spent until now
     * @param knownFrom since when figures were kept, where that is later than its start
     * @param crossed   what each is made of, where that was asked for: a team or service of lines, a line of services; what
     *                  was kept before it was divided so stands under an empty name
     */
    record MonthAnswer(String month, Amount total, Amount soFar, @Nullable Instant knownFrom, Map<String, Amount> by,
            @JsonInclude(Include.NON_NULL) @Nullable Map<String, Map<String, Amount>> crossed) {}

    /** Money at likely values. */
    record Amount(double net, double tare, double gross) {
        static Amount of(Money money) {
            return new Amount(money.net(), money.tare(), money.gross());
        }
    }

    /** A team's budget and what its month is heading for; {@code state}: over, may-go-over, within. */
    record BudgetAnswer(String team, double budget, Spread forecast, String state) {}

    @Operation(summary = "Months of money", description = "By team, service or line; the last month runs, and is told as it "
            + "is heading for its end at today's rate. With crossed=true each team and service is divided into lines, and each "
            + "line into services.")
    @GetMapping(path = "/api/v1/estates/{slug}/costs", produces = MediaType.APPLICATION_JSON_VALUE)
    Answer json(@PathVariable String slug, @RequestParam(defaultValue = "team") String by,
            @RequestParam(defaultValue = "false") boolean crossed) {
        CostReport report = costs.of(slug, by(by), crossed);
        return new Answer(report.currency(), report.at(), report.by().id(),
                report.months().stream().map(month -> month(report, month, crossed)).toList(), budgets(report),
                report.perThousand().map(Amount::of).orElse(null), report.engineers());
    }

    @Operation(summary = "Months of money as a table", description = "One row for each month and team, service or line; "
            + "with crossed=true one for each of their parts.")
    @GetMapping(path = "/api/v1/estates/{slug}/costs.csv", produces = "text/csv")
    ResponseEntity<byte[]> csv(@PathVariable String slug, @RequestParam(defaultValue = "team") String by,
            @RequestParam(defaultValue = "false") boolean crossed) {
        CostReport report = costs.of(slug, by(by), crossed);
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename(slug + "-costs-by-" + report.by().id()
                                + (crossed ? "-and-" + report.by().across().id() : "") + ".csv")
                        .build().toString())
                .body((crossed ? CostTable.crossed(report) : CostTable.plain(report)).getBytes(StandardCharsets.UTF_8));
    }

    private static By by(String id) {
        return By.of(id)
                .orElseThrow(() -> new Invalid("This is no way to divide money.",
                        List.of(Problem.at("by", "one of " + Arrays.stream(By.values()).map(By::id).toList(),
                                id))));
    }

    private static MonthAnswer month(CostReport report, MonthCost month, boolean crossed) {
        Map<String, Amount> by = new TreeMap<>();
        month.all().forEach((name, money) -> by.put(name, Amount.of(money)));
        return new MonthAnswer(month.month().toString(), Amount.of(month.total()), Amount.of(month.totalSoFar()),
                month.knownFrom(), by, crossed ? crossed(report, month) : null);
    }

    private static Map<String, Map<String, Amount>> crossed(CostReport report, MonthCost month) {
        Map<String, Map<String, Amount>> crossed = new TreeMap<>();
        month.all().keySet().forEach(name -> {
            Map<String, Amount> parts = new TreeMap<>();
            report.parts(month, name).forEach((part, money) -> parts.put(part, Amount.of(money)));
            crossed.put(name, parts);
        });
        return crossed;
    }

    private static List<BudgetAnswer> budgets(CostReport report) {
        return report.estate().document().teams().stream().flatMap(team -> report.budget(team.name())
                .map(budget -> new BudgetAnswer(team.name(), budget.limit(), new Spread(budget.low(), budget.likely(),
                        budget.high()), budget.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')))
                .stream()).toList();
    }
}
