package dev.tare.comparison.web;

import dev.tare.comparison.Amounts;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.engine.Bill;
import dev.tare.engine.Measure;
import dev.tare.estate.EstateDocument;
import dev.tare.site.Figures;
import java.util.ArrayList;
import java.util.List;

/**
 * The sentences under the headline: what runs today and what a request does there, and what all of it rests on.
 *
 * @param facts    what the estate is
 * @param today    what runs today
 * @param cautions what a reader should know before believing the figures
 */
record Summary(String facts, String today, List<String> cautions) {
    static Summary of(EstateDocument estate, Weighed today, Writer writer) {
        Figures figures = writer.figures();
        Bill bill = today.bill();
        return new Summary(facts(estate, figures), running(estate, today, figures) + " " + crossing(bill, figures),
                cautions(estate, bill, figures));
    }

    private static String facts(EstateDocument estate, Figures figures) {
        List<String> facts = new ArrayList<>(List.of(counted(estate.services().size(), "service", figures),
                counted((int) estate.calls().stream().filter(call -> !"startup-order".equals(call.kind())).count(),
                        "call", figures)));
        if (!estate.teams().isEmpty()) {
            facts.add(counted(estate.teams().size(), "team", figures));
        }
        return String.join(" · ", facts);
    }

    private static String running(EstateDocument estate, Weighed today, Figures figures) {
        String shape = today.shape() + ", " + today.grouping().words();
        String rate = figures.rate(today.bill().structure().requestsPerSecond());
        return estate.today() == null
                ? "Nothing says what runs today, so it is taken as " + shape + ": " + rate + "."
                : "Today: " + shape + ", " + rate + ".";
    }

    private static String crossing(Bill bill, Figures figures) {
        double hops = bill.structure().hopsPerRequest();
        double gross = Amounts.of(bill.gross(), Measure.P99_MS).likely();
        double tare = Amounts.of(bill.tare(), Measure.P99_MS).likely();
        if (!(hops > 0)) {
            return "No request crosses the network between services.";
        }
        String times = "A request crosses the network " + figures.number(hops) + (hops == 1 ? " time" : " times");
        return gross > 0
                ? times + "; " + figures.ms(tare) + " of its " + figures.ms(gross)
                        + " at the 99th percentile are tare."
                : times + ".";
    }

    private static List<String> cautions(EstateDocument estate, Bill bill, Figures figures) {
        List<String> cautions = new ArrayList<>();
        if (bill.structure().assumedEntries()) {
            cautions.add("No entry point is registered, so requests are assumed at every service nobody calls.");
        }
        if (bill.restsOnDefaults() > 0.005) {
            cautions.add(figures.percent(bill.restsOnDefaults())
                    + " of this bill rests on defaults, because nobody has stated the value.");
        }
        if (estate.calls().isEmpty() && estate.services().size() > 1) {
            cautions.add("No calls are registered, so the network between services weighs nothing here yet.");
        }
        return cautions;
    }

    private static String counted(int count, String noun, Figures figures) {
        return figures.count(count) + " " + noun + (count == 1 ? "" : "s");
    }
}
