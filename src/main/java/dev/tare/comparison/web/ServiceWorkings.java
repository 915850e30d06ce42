package dev.tare.comparison.web;

import dev.tare.comparison.CallWeights;
import dev.tare.comparison.Question;
import dev.tare.comparison.ServiceWeights;
import dev.tare.comparison.ServiceWeights.Weight;
import dev.tare.comparison.ServiceWeights.Weights;
import dev.tare.comparison.TeamWeights.Figure;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.Measure;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.NotFound;
import dev.tare.site.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** How one service's share of a figure of today is found: what it follows, and the working of the whole. */
@Component
class ServiceWorkings {
    private static final Question TODAY = Question.of(List.of(Question.Ask.today()));
    private static final double SERVING = 1_000;

    private final ServiceWeights weights;
    private final CallWeights calls;

    ServiceWorkings(ServiceWeights weights, CallWeights calls) {
        this.weights = weights;
        this.calls = calls;
    }

    /** The same page for the service the question names; {@code whole} is that of the estate. */
    WorkingPage share(WorkingPage whole, Snapshot estate, WorkingQuery query, Writer writer) {
        String name = Objects.requireNonNull(query.service());
        List<EstateDocument.Service> services = estate.document().services();
        int at = IntStream.range(0, services.size()).filter(i -> services.get(i).name().equals(name)).findFirst()
                .orElseThrow(() -> new NotFound("No service is called '" + name + "'."));
        if (query.measure() != Measure.COST || !query.scenario().equals(Question.TODAY)) {
            throw new NotFound("A service's share is known of today's money only.");
        }
        return new Maker(whole, query.part(), name, weights.of(estate), at, writer, estate.slug())
                .page(calls.of(estate, TODAY).tares().structure().perSecond()[at]);
    }

    private record Maker(WorkingPage whole, String part, String service, Weights all, int at, Writer writer,
            String slug) {
        WorkingPage page(double perSecond) {
            Figure figure = figure(all.services().get(at), part);
            List<String> words = new ArrayList<>(List.of(carries(figure)));
            if (!part.equals("gross") && !part.equals("tare")) {
                words.add(follows(part));
            }
            if (perSecond > 0) {
                words.add(serving(figure, perSecond));
            }
            return new WorkingPage(part + " of " + service, whole.scenario(), part, whole.measure(),
                    money(figure.likely()), "", drawn(figure), "", whole.net(), whole.formula(), whole.inputs(),
                    sums(), whole.action(), whole.fields(), whole.back(),
                    new WorkingPage.Share(service, Place.service(slug, service), words, whole.figure()));
        }

        private static Figure figure(Weight weight, String part) {
            return switch (part) {
                case "gross" -> weight.gross();
                case "tare" -> weight.tare();
                case "net" -> weight.net();
                default -> Words.part(part).map(weight.lines()::get)
                        .orElseThrow(() -> new NotFound("No line of a bill is called '" + part + "'."));
            };
        }

        private String carries(Figure figure) {
            double sum = all.services().stream().mapToDouble(each -> figure(each, part).likely()).sum();
            return sum > 0
                    ? service + " carries " + writer.figures().percent(figure.likely() / sum) + " of the estate's "
                            + whole.figure() + "."
                    : "There is nothing of it to carry.";
        }

        /** As the engine divides it. */
        private static String follows(String part) {
            return Words.part(part).map(line -> "A service's share of this line follows " + Words.follows(line)
                    + "; where nobody has any of that, all carry the same.")
                    .orElse("It is what the service itself uses, at the prices of the whole.");
        }

        private String serving(Figure figure, double perSecond) {
            double thousands = perSecond * all.seconds() / SERVING;
            return "For a thousand requests: " + money(figure.likely()) + " ÷ "
                    + writer.figures().number(thousands * SERVING) + " that reach it in a month ("
                    + writer.figures().rate(perSecond) + ") × " + writer.figures().number(SERVING) + " = "
                    + money(figure.likely() / thousands) + ".";
        }

        private String drawn(Figure figure) {
            return all.draws() > 1
                    ? "In 80 of 100 draws of all assumptions between " + money(figure.drawn().p10()) + " and "
                            + money(figure.drawn().p90()) + "."
                    : "";
        }

        private List<WorkingPage.Sum> sums() {
            return switch (part) {
                case "gross" -> List.of(sum("net"), sum("tare"));
                case "tare" -> Arrays.stream(Part.values()).map(line -> sum(Words.id(line))).toList();
                default -> List.of();
            };
        }

        private WorkingPage.Sum sum(String of) {
            return new WorkingPage.Sum(of, money(figure(all.services().get(at), of).likely()),
                    new Workings(slug).ofService(service, of));
        }

        private String money(double amount) {
            return writer.amount(Measure.COST, amount);
        }
    }
}
