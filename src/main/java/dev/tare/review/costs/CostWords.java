package dev.tare.review.costs;

import dev.tare.estate.EstateDocument.Team;
import dev.tare.review.Standing.Money;
import dev.tare.review.Standing.Spread;
import dev.tare.review.costs.Budget.State;
import dev.tare.review.costs.CostsView.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A month of money in sentences, and its figures in other words. */
record CostWords(CostReport report, CostWriter writer) {
    private static final int MONTHS_A_YEAR = 12;

    String headline() {
        Money total = report.running().total();
        return report.estate().document().name() + " comes to " + writer.money(total.gross()) + " in "
                + writer.month(report.running().month()) + ", " + writer.money(total.tare()) + " of it tare.";
    }

    String verdict() {
        List<String> over = in(State.OVER);
        List<String> may = in(State.MAY_GO_OVER);
        if (!over.isEmpty()) {
            return over.stream().map(team -> team + " goes over its budget by "
                    + writer.money(report.budget(team).orElseThrow().over()))
                    .collect(Collectors.joining("; ", "", "."));
        }
        if (!may.isEmpty()) {
            return String.join(", ", may)
                    + " may go over budget: the likely cost is within, but not in every draw of the"
                    + " assumptions.";
        }
        return report.budget().isPresent()
                ? "Every budget is kept."
                : "No team has a budget yet. Give teams one on their pages, and this page says when it is crossed.";
    }

    /** How the verdict is coloured. */
    String state() {
        return !in(State.OVER).isEmpty() ? "over" : !in(State.MAY_GO_OVER).isEmpty() ? "may" : "";
    }

    private List<String> in(State state) {
        return report.estate().document().teams().stream().map(Team::name)
                .filter(team -> report.budget(team).filter(each -> each.state() == state).isPresent()).toList();
    }

    String soFar() {
        Spread range = report.ranged(report.running().total().gross());
        return "Between " + writer.money(range.low()) + " and " + writer.money(range.high())
                + " in 80 of 100 draws of the assumptions. " + writer.money(report.running().totalSoFar().gross())
                + " of it is spent; the rest is today's rate until the end of the month.";
    }

    List<Word> words() {
        List<Word> words = new ArrayList<>();
        report.perThousand().ifPresent(each -> words.add(new Word("A thousand requests", writer.money(each.gross()),
                writer.money(each.tare()) + " of it tare, at "
                        + writer.figures().rate(report.standing().facts().requestsPerSecond()) + " from outside")));
        words.add(engineers());
        Spread gross = report.standing().total("cost").gross();
        Spread year = new Spread(gross.low() * MONTHS_A_YEAR, gross.likely() * MONTHS_A_YEAR,
                gross.high() * MONTHS_A_YEAR);
        words.add(new Word("A year at today's rate", writer.money(year.likely()),
                writer.range(year) + " in 80 of 100 draws"));
        return List.copyOf(words);
    }

    private Word engineers() {
        Spread engineers = report.engineers();
        return new Word("The tare in engineers", writer.figures().number(engineers.likely()),
                writer.figures().range(engineers.low(), engineers.high(), (figures, value) -> figures.number(value))
                        + ", at " + writer.money(report.engineer().likely()) + " a month for one ("
                        + writer.range(report.engineer()) + ", from memory)");
    }
}
