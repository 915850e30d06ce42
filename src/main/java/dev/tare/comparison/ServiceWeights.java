package dev.tare.comparison;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Models.Model;
import dev.tare.comparison.TeamWeights.Figure;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.Carried;
import dev.tare.engine.Draws;
import dev.tare.engine.Param;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.estate.Estates.State;
import dev.tare.site.Invalid;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What every service of an estate weighs as it runs today, in money of the estate a month: found once for all of them. */
@Service
public class ServiceWeights {
    private static final int REMEMBERED = 16;
    private static final int DRAWS = 200;
    private static final int MOST_DRAWN = 2_000;
    private static final int SECONDS_PER_HOUR = 3_600;

    private final Catalogue catalogue;
    private final Weighing weighing;
    private final Remembered<Key, Weights> known = new Remembered<>(REMEMBERED);

    /** Weighs by the coefficients of this catalogue. */
    public ServiceWeights(Catalogue catalogue, Weighing weighing) {
        this.catalogue = catalogue;
        this.weighing = weighing;
    }

    private record Key(State estate) {}

    /** One service: its gross, net and tare, and its share of each part of the tare. */
    public record Weight(Figure gross, Figure net, Figure tare, Map<Part, Figure> lines) {}

    /**
     * All services, in the order of the estate.
     *
     * @param tare    of the whole estate at likely assumptions
     * @param draws   how many draws the ranges rest on
     * @param seconds in a month
     */
    public record Weights(String currency, List<Weight> services, double tare, int draws, double seconds) {}

    /**
     * What the services weigh.
     *
     * @throws Invalid when the estate cannot be weighed
     */
    public Weights of(Snapshot estate) {
        return known.of(new Key(estate.state()), () -> weigh(estate));
    }

    /** What every service carries of each part of the tare at likely assumptions, in the order of the estate. */
    public List<Map<Part, Double>> lines(Snapshot estate) {
        Model model = weighing.model(estate);
        Asked today = today(estate, model);
        Map<Part, double[]> tare = model.engine()
                .carried(today.scenario(), today.fixedIn(catalogue.assumptions().likely())).tare();
        return IntStream.range(0, estate.document().services().size()).mapToObj(at -> {
            Map<Part, Double> lines = new EnumMap<>(Part.class);
            tare.forEach((part, usd) -> {
                if (usd[at] != 0) {
                    lines.put(part, usd[at] / today.usdPerUnit());
                }
            });
            return lines;
        }).toList();
    }

    private Asked today(Snapshot estate, Model model) {
        return new Resolution(catalogue, estate.document(), model.mapping())
                .all(Question.of(List.of(Question.Ask.today()))).getFirst();
    }

    private Weights weigh(Snapshot estate) {
        Model model = weighing.model(estate);
        Asked today = today(estate, model);
        int services = estate.document().services().size();
        double[] likely = catalogue.assumptions().likely();
        Draws draws = Draws.of(catalogue.assumptions(), services > MOST_DRAWN ? 1 : DRAWS, Question.SEED);
        Drawn drawn = new Drawn(services, draws.count(), today.usdPerUnit());
        IntStream.range(0, draws.count()).forEach(draw -> drawn.put(draw,
                model.engine().carried(today.scenario(), today.fixedIn(draws.values(draw)))));
        Carried now = model.engine().carried(today.scenario(), today.fixedIn(likely));
        List<Weight> weights = IntStream.range(0, services).mapToObj(at -> drawn.weight(now, at)).toList();
        return new Weights(Weighing.currency(estate.document()), weights,
                weights.stream().mapToDouble(each -> each.tare().likely()).sum(), draws.count(),
                today.scenario().shape().value(Param.HOURS_PER_MONTH, likely) * SECONDS_PER_HOUR);
    }

    /** Net and every part of the tare, by service and draw. */
    private static final class Drawn {
        private final double usdPerUnit;
        private final double[][] net;
        private final double[][] tare;
        private final Map<Part, double[][]> parts = new EnumMap<>(Part.class);

        Drawn(int services, int draws, double usdPerUnit) {
            this.usdPerUnit = usdPerUnit;
            net = new double[services][draws];
            tare = new double[services][draws];
            for (Part part : Part.values()) {
                parts.put(part, new double[services][draws]);
            }
        }

        void put(int draw, Carried carried) {
            for (int at = 0; at < net.length; at++) {
                net[at][draw] = carried.net()[at] / usdPerUnit;
            }
            parts.forEach((part, drawn) -> {
                for (int at = 0; at < drawn.length; at++) {
                    drawn[at][draw] = of(carried.tare().get(part), at);
                    tare[at][draw] += drawn[at][draw];
                }
            });
        }

        private double of(double @Nullable [] usd, int at) {
            return usd == null ? 0 : usd[at] / usdPerUnit;
        }

        Weight weight(Carried now, int at) {
            Map<Part, Figure> lines = new EnumMap<>(Part.class);
            parts.forEach(
                    (part, drawn) -> lines.put(part,
                            new Figure(of(now.tare().get(part), at), Quantiles.of(drawn[at]))));
            double likely = lines.values().stream().mapToDouble(Figure::likely).sum();
            double work = now.net()[at] / usdPerUnit;
            double[] gross = IntStream.range(0, net[at].length).mapToDouble(draw -> net[at][draw] + tare[at][draw])
                    .toArray();
            return new Weight(new Figure(work + likely, Quantiles.of(gross)), new Figure(work, Quantiles.of(net[at])),
                    new Figure(likely, Quantiles.of(tare[at])), lines);
        }
    }
}
