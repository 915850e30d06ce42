package dev.tare.review.costs;

import dev.tare.estate.EstateDocument;
import dev.tare.site.Place;
import dev.tare.review.Standing.Money;
import dev.tare.review.costs.CostsView.Bar;
import dev.tare.review.costs.CostsView.Row;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.web.util.UriComponentsBuilder;

/** The running month, one row for each of what money is divided by, the dearest first. */
record CostRows(CostReport report, CostWriter writer) {
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
        return row("", "", report.months().getLast().total(), last, report.budget(), Double.POSITIVE_INFINITY);
    }

    private Row row(String name, Money money, double most) {
        Optional<Double> last = report.last(report.months()).map(month -> month.of(name).gross());
        return row(shown(name), path(name), money, last, budget(name), most);
    }

    private Row row(String name, String path, Money money, Optional<Double> last, Optional<Budget> budget,
            double most) {
        double change = CostWriter.change(last.orElse(money.gross()), money.gross());
        return new Row(name, path, writer.money(money.net()), writer.money(money.tare()), writer.money(money.gross()),
                writer.range(report.ranged(money.gross())), bar(money, budget, most),
                last.map(writer::money).orElse(""), last.isPresent() ? writer.signed(change) : "",
                CostWriter.sign(change), budget.map(each -> writer.money(each.limit())).orElse(""),
                budget.map(each -> id(each.state())).orElse("none"), budget.map(this::words).orElse(""));
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

    private String shown(String name) {
        return switch (report.by()) {
            case LINE -> CostWriter.line(name);
            case TEAM -> name.isEmpty() ? "no team" : name;
            case SERVICE -> name;
        };
    }

    private String path(String name) {
        EstateDocument document = report.estate().document();
        return switch (report.by()) {
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
