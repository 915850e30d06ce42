package dev.tare.review;

import dev.tare.comparison.Ids;
import dev.tare.comparison.Amounts;
import dev.tare.comparison.Answer;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.comparison.Diagnosis;
import dev.tare.comparison.Outlook;
import dev.tare.comparison.Quantiles;
import dev.tare.comparison.Question;
import dev.tare.comparison.Question.Ask;
import dev.tare.comparison.ServiceWeights;
import dev.tare.comparison.Weighing;
import dev.tare.engine.Bill;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.Finding;
import dev.tare.engine.Measure;
import dev.tare.engine.Range;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.review.Standing.Facts;
import dev.tare.review.Standing.Money;
import dev.tare.review.Standing.Spread;
import dev.tare.review.Standing.Totals;
import dev.tare.site.Invalid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes the figures of an estate as it stands. */
@Component
public class Standings {
    private final Weighing weighing;
    private final Diagnosis diagnosis;
    private final ServiceWeights services;

    Standings(Weighing weighing, Diagnosis diagnosis, ServiceWeights services) {
        this.weighing = weighing;
        this.diagnosis = diagnosis;
        this.services = services;
    }

    /**
     * The figures of a state of an estate.
     *
     * @throws Invalid when it cannot be weighed
     */
    public Standing of(Snapshot estate) {
        EstateDocument document = estate.document();
        if (document.services().isEmpty()) {
            return Standing.nothing(Objects.requireNonNullElse(document.currency(), "USD"));
        }
        Answer answer = weighing.weigh(estate, Question.of(List.of(Ask.today())));
        List<String> findings = diagnosis.of(estate).findings().found().stream().map(Finding::code).sorted().toList();
        return standing(document, answer, services.lines(estate), findings);
    }

    private static Standing standing(EstateDocument document, Answer answer, List<Map<Part, Double>> shares,
            List<String> findings) {
        Weighed today = answer.weighed().getFirst();
        Bill bill = today.bill();
        Map<String, Money> services = services(document, bill, shares);
        return new Standing(answer.currency(), today.shape(), bill.units(), document.calls().size(), totals(today),
                lines(today), services, teams(services), facts(bill.structure()), findings, bill.restsOnDefaults());
    }

    private static Map<String, Totals> totals(Weighed today) {
        Outlook outlook = today.outlook();
        Map<String, Totals> totals = new TreeMap<>();
        for (Measure measure : Measure.values()) {
            totals.put(Ids.of(measure),
                    new Totals(spread(Amounts.of(today.bill().gross(), measure), outlook.gross().get(measure)),
                            spread(Amounts.of(today.bill().net(), measure), outlook.net().get(measure)),
                            spread(Amounts.of(today.bill().tare(), measure), outlook.tare().get(measure))));
        }
        return totals;
    }

    private static Map<String, Map<String, Spread>> lines(Weighed today) {
        Map<String, Map<String, Spread>> lines = new TreeMap<>();
        for (Bill.Line line : today.bill().lines()) {
            Part part = line.part();
            lines.computeIfAbsent(Ids.of(part), _ -> new TreeMap<>()).put(Ids.of(line.measure()),
                    spread(line.range(), today.outlook().line(part, line.measure()).orElse(null)));
        }
        return lines;
    }

    private static Spread spread(Range range, @Nullable Quantiles drawn) {
        return drawn == null
                ? new Spread(range.low(), range.likely(), range.high())
                : new Spread(drawn.p10(), range.likely(), drawn.p90());
    }

    private static Map<String, Money> services(EstateDocument document, Bill bill,
            List<Map<Part, Double>> shares) {
        Map<String, Money> money = new TreeMap<>();
        for (int i = 0; i < bill.carriers().length; i++) {
            EstateDocument.Service service = document.services().get(i);
            Map<String, Double> lines = new TreeMap<>();
            shares.get(i).forEach((part, amount) -> lines.put(Ids.of(part), amount));
            money.put(service.name(), new Money(bill.needs()[i], bill.carriers()[i], service.team(), lines));
        }
        return money;
    }

    private static Map<String, Money> teams(Map<String, Money> services) {
        Map<String, Money> teams = new TreeMap<>();
        services.values().forEach(money -> teams.merge(Objects.requireNonNullElse(money.team(), Standing.NOBODY),
                new Money(money.net(), money.tare(), null, money.lines()), Money::plus));
        return teams;
    }

    private static Facts facts(Bill.Structure facts) {
        return new Facts(facts.hopsPerRequest(), facts.depth(), facts.remoteCalls(), facts.components(),
                facts.requestsPerSecond(), facts.nodes(), facts.instances());
    }
}
