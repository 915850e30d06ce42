package dev.tare.review.costs;

import dev.tare.estate.EstateDocument;
import dev.tare.site.Place;
import dev.tare.review.Standing.Money;
import dev.tare.review.costs.CostsView.Bar;
import dev.tare.review.costs.CostsView.Opening;
import dev.tare.review.costs.CostsView.Part;
import dev.tare.review.costs.CostsView.Row;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The running month, one row for each of what money is divided by, the dearest first; one may be opened. */
record CostRows(CostReport report, @Nullable String open, CostWriter writer) {
    /** Bars leave room for budgets a little above the dearest; one far above is told in figures only. */
    private static final double SCALE = 1.25;

    List<Row> rows() {
        MonthCost running = report.months().getLast();
        TreeSet<String> names = new TreeSet<>(running.all().keySet());
        report.last(report.months()).ifPresent(last -> names.addAll(last.all().keySet()));
        if (report.by() == By.TEAM) {
            report.estate().document().teams().stream().filter(team -> team.monthlyBudget() != null)
                    .forEach(team -> names.add(team.name()));
        }
        double most = names.stream().mapToDouble(name -> running.of(name).gross()).max().orElse(1) * SCALE;
        return names.stream().sorted(Comparator.comparingDouble(name -> -running.of(name).gross()))
                .map(name -> row(name, running.of(name), most)).toList();
    }

    Row total() {
        Optional<Double> last = report.last(report.months()).map(month -> month.total().gross());
        return row("", "", report.months().getLast().total(), last, report.budget(), Double.POSITIVE_INFINITY,
                new Opening("", "", false, List.of()));
    }

    private Row row(String name, Money money, double most) {
        Optional<Double> last = report.last(report.months()).map(month -> month.of(name).gross());
        return row(shown(report.by(), name), path(report.by(), name), money, last, budget(name), most, opening(name));
    }

    private Row row(String name, String path, Money money, Optional<Double> last, Optional<Budget> budget,
            double most, Opening opening) {
        double change = CostWriter.change(last.orElse(money.gross()), money.gross());
        return new Row(name, path, writer.money(money.net()), writer.money(money.tare()), writer.money(money.gross()),
                writer.range(report.ranged(money.gross())), bar(money, budget, most),
                last.map(writer::money).orElse(""), last.isPresent() ? writer.signed(change) : "",
                CostWriter.sign(change), budget.map(each -> writer.money(each.limit())).orElse(""),
                budget.map(each -> id(each.state())).orElse("none"), budget.map(this::words).orElse(""), opening);
    }

    private Optional<Budget> budget(String team) {
        return report.by() == By.TEAM ? report.budget(team) : Optional.empty();
    }

    private String words(Budget budget) {
        return switch (budget.state()) {
            case OVER -> "over by " + writer.money(budget.over());
            case MAY_GO_OVER -> "may go over";
            case WITHIN -> writer.money(-budget.over()) + " left";
        };
    }

    private static String id(Budget.State state) {
        return switch (state) {
            case OVER -> "over";
            case MAY_GO_OVER -> "may";
            case WITHIN -> "within";
        };
    }

    private static Bar bar(Money money, Optional<Budget> budget, double most) {
        return new Bar(percent(Math.max(0, money.net()) / most), percent(Math.max(0, money.tare()) / most),
                budget.filter(each -> each.limit() <= most).map(each -> percent(each.limit() / most)).orElse(""));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", share * 100);
    }

    private Opening opening(String name) {
        boolean opened = name.equals(open);
        String id = "row-" + Integer.toHexString(name.hashCode());
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/estates/{slug}/costs").queryParam("by", "{by}");
        String path = (opened ? address : address.queryParam("open", "{name}")).encode()
                .buildAndExpand(Map.of("slug", report.estate().slug(), "by", report.by().id(), "name", name))
                .toUriString();
        return new Opening(id, path + "#" + id, opened, opened ? parts(name) : List.of());
    }

    /** The dearest first. */
    private List<Part> parts(String name) {
        By across = report.by().across();
        return report.parts(report.months().getLast(), name).entrySet().stream()
                .sorted(Comparator.comparingDouble(part -> -part.getValue().gross()))
                .map(part -> part(across, part.getKey(), part.getValue())).toList();
    }

    private Part part(By across, String name, Money money) {
        boolean divided = !name.equals(Crossing.UNDIVIDED);
        return new Part(divided ? shown(across, name) : "kept before it was divided by " + across.id(),
                divided ? partPath(across, name) : "", writer.money(money.net()), writer.money(money.tare()),
                writer.money(money.gross()));
    }

    /** A line leads to the services it is made of. */
    private String partPath(By across, String name) {
        return across == By.LINE
                ? UriComponentsBuilder.fromPath("/estates/{slug}/costs").queryParam("by", "{by}")
                        .queryParam("open", "{name}").encode().buildAndExpand(Map.of("slug", report.estate().slug(),
                                "by", across.id(), "name", name))
                        .toUriString() + "#row-" + Integer.toHexString(name.hashCode())
                : path(across, name);
    }

    private static String shown(By by, String name) {
        return switch (by) {
            case LINE -> CostWriter.line(name);
            case TEAM -> name.isEmpty() ? "no team" : name;
            case SERVICE -> name;
        };
    }

    private String path(By by, String name) {
        EstateDocument document = report.estate().document();
        return switch (by) {
            case LINE -> "";
            case TEAM -> document.teams().stream().anyMatch(team -> team.name().equals(name))
                    ? at("/teams/{name}", name)
                    : "";
            case SERVICE -> document.services().stream().anyMatch(service -> service.name().equals(name))
                    ? Place.service(report.estate().slug(), name)
                    : "";
        };
    }

    private String at(String page, String name) {
        return UriComponentsBuilder.fromPath("/estates/{slug}" + page).encode()
                .buildAndExpand(Map.of("slug", report.estate().slug(), "name", name)).toUriString();
    }
}
