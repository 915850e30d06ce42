package dev.tare.comparison.web;

import dev.tare.catalogue.Gift;
import dev.tare.comparison.Answer;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.comparison.Gives;
import dev.tare.comparison.Grouping;
import dev.tare.comparison.Outlook;
import dev.tare.comparison.Quantiles;
import dev.tare.comparison.Question;
import dev.tare.comparison.Question.Ask;
import dev.tare.engine.Bill;
import dev.tare.engine.Bill.Input;
import dev.tare.engine.Bill.Line;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.Bill.Working;
import dev.tare.engine.Dimension;
import dev.tare.engine.Measure;
import dev.tare.engine.Range;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Bills whose figures are made up by hand, so that a page can be held against figures known beforehand. */
final class HandMade {
    static final int SERVICES = 11;

    private HandMade() {}

    /** A bill with this net and these lines in the order of the parts, alike in every measure up to a factor. */
    static Bill bill(String scenario, double net, double... parts) {
        Map<Measure, Range> nets = new EnumMap<>(Measure.class);
        Map<Measure, Range> tares = new EnumMap<>(Measure.class);
        Map<Measure, Range> grosses = new EnumMap<>(Measure.class);
        Map<Measure, Working> workings = new EnumMap<>(Measure.class);
        List<Line> lines = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            double factor = factor(measure);
            double tare = 0;
            for (Part part : Part.values()) {
                double value = parts[part.ordinal()] * factor;
                tare += value;
                lines.add(new Line(part, measure, spread(value), working(Words.id(part), value)));
            }
            nets.put(measure, spread(net * factor));
            tares.put(measure, spread(tare));
            grosses.put(measure, spread(net * factor + tare));
            workings.put(measure, working("net", net * factor));
        }
        double[] carriers = new double[SERVICES];
        for (int i = 0; i < SERVICES; i++) {
            carriers[i] = tares.get(Measure.COST).likely() * (i + 1) * 2 / (SERVICES * (SERVICES + 1.0));
        }
        return new Bill(scenario, SERVICES, nets, tares, grosses, workings, lines, spread(0),
                List.of(new Bill.EntryLatency(0, spread(6), spread(12), spread(21), 0.46)),
                new Bill.Timing(8192, 0.1, 0), new Bill.Structure(14, 4, 16, 1, 0, 1e12, 3e10, 120, 6, 33, false),
                carriers, new double[SERVICES], 0.38);
    }

    static Weighed weighed(String name, String shape, Grouping grouping, boolean today, Bill bill) {
        Gives gives = new Gives(
                List.of(new Gift(Gift.Kind.ISOLATION, "namespaces and control groups", 2, null),
                        new Gift(Gift.Kind.RESTARTS, "on failure, on another node", null, null)),
                2, grouping instanceof Grouping.AllInOne
                        ? List.of(new Gives.Unmet("service-3", "regulated", "shares a process with 10 others"))
                        : List.of(),
                grouping instanceof Grouping.AllInOne ? 0 : SERVICES, SERVICES, 1, 1, 0, 0,
                new Gives.Outage(0.5, "service-1", 0.2, new Range(0.95, 0.99, 0.999)), null,
                today
                        ? null
                        : new Gives.Move(spread(40), spread(30_000), new Gives.Counts(5, 1, 11, 0), spread(1_500),
                                new Gives.Payback(12, 20, 40)),
                java.util.Map.of());
        return new Weighed(new Ask(name, today ? null : name, Map.of(), null, Map.of()), shape, List.of(), grouping,
                new int[SERVICES], today, bill, outlook(bill), gives, OptionalDouble.empty());
    }

    /** Draws that reach from the low to the high end of every range, the likely value in their middle. */
    private static Outlook outlook(Bill bill) {
        Map<Part, Map<Measure, Quantiles>> lines = new EnumMap<>(Part.class);
        bill.lines().forEach(line -> lines.computeIfAbsent(line.part(), _ -> new EnumMap<>(Measure.class))
                .put(line.measure(), drawn(line.range())));
        return new Outlook(drawn(bill.gross()), drawn(bill.net()), drawn(bill.tare()), lines,
                new Quantiles(0.5, 0.54, 0.58));
    }

    private static Map<Measure, Quantiles> drawn(Map<Measure, Range> ranges) {
        Map<Measure, Quantiles> drawn = new EnumMap<>(Measure.class);
        ranges.forEach((measure, range) -> drawn.put(measure, drawn(range)));
        return drawn;
    }

    private static Quantiles drawn(Range range) {
        return new Quantiles(range.low(), range.likely(), range.high());
    }

    /** Today's EKS with Istio sidecars, and nine more, cheaper by the row. */
    static Answer answer(double chanceThatOneProcessIsCheaper) {
        List<Weighed> weighed = List.of(
                weighed("today", "EKS + Istio sidecars", new Grouping.OneEach(), true,
                        bill("today", 1060, 212, 241, 38, 330, 226, 58, 145)),
                weighed("vm-systemd", "One process, systemd", new Grouping.AllInOne(), false,
                        bill("vm-systemd", 1060, 0, 0, 1, 62, 9, 4, 141)),
                weighed("eks-istio-sidecar", "EKS + Istio sidecars", new Grouping.OneEach(), false,
                        bill("eks-istio-sidecar", 1060, 212, 241, 38, 330, 226, 58, 145)),
                weighed("eks-linkerd", "EKS + Linkerd", new Grouping.OneEach(), false,
                        bill("eks-linkerd", 1060, 212, 120, 38, 330, 226, 58, 145)),
                weighed("eks", "EKS, no mesh", new Grouping.OneEach(), false,
                        bill("eks", 1060, 180, 0, 38, 285, 226, 58, 130)),
                weighed("nomad", "Nomad", new Grouping.OneEach(), false,
                        bill("nomad", 1060, 160, 0, 38, 185, 126, 48, 130)),
                weighed("compose", "Compose on 3 servers", new Grouping.PerTeam(), false,
                        bill("compose", 1060, 41, 0, 12, 120, 38, 21, 140)),
                weighed("fargate", "Fargate", new Grouping.OneEach(), false,
                        bill("fargate", 1060, 141, 0, 12, 120, 338, 21, 140)),
                weighed("lambda-zip", "Lambda, zip", new Grouping.OneEach(), false,
                        bill("lambda-zip", 1060, 241, 0, 12, 20, 638, 21, 0)),
                weighed("freebsd-jails", "FreeBSD jails", new Grouping.PerTeam(), false,
                        bill("freebsd-jails", 1060, 28, 0, 5, 66, 12, 2, 140)),
                weighed("firecracker", "Firecracker microVMs", new Grouping.OneEach(), false,
                        bill("firecracker", 1060, 160, 0, 38, 120, 80, 160, 140)));
        List<Answer.Comparison> comparisons = Stream.of(Measure.values())
                .map(measure -> new Answer.Comparison("today", "vm-systemd", measure,
                        1 - chanceThatOneProcessIsCheaper))
                .toList();
        return new Answer("USD", Question.of(weighed.stream().map(Weighed::ask).toList()), weighed, comparisons,
                List.of());
    }

    /** An estate of eleven services with numbered names. */
    static Snapshot estate() {
        List<EstateDocument.Service> services = new ArrayList<>();
        for (int i = 0; i < SERVICES; i++) {
            services.add(new EstateDocument.Service("service-" + (i + 1), List.of(), i % 2 == 0 ? "shop" : "pay", null,
                    null, null, null, null, null, null, null, null, null, List.of(), null, null, null, null, List.of(),
                    List.of(), List.of()));
        }
        EstateDocument document = new EstateDocument("estate/1", "Online shop", "USD",
                new EstateDocument.Today("eks-istio-sidecar", null, "one-each"), List.of(), services, List.of(),
                List.of(), List.of());
        return new Snapshot("online-shop", 1, Instant.EPOCH, document);
    }

    private static double factor(Measure measure) {
        return switch (measure) {
            case COST -> 1;
            case P99_MS -> 0.009;
            case BYTES_PER_MONTH -> 8e8;
            case VCPU -> 0.0117;
            case MEMORY -> 2.8e7;
        };
    }

    private static Range spread(double value) {
        return new Range(value * 0.82, value, value * 1.26);
    }

    private static Working working(String part, double value) {
        return new Working(part + " = a × b + c", List.of(
                new Input("proxies, replicas × 1, from your services", 33, Dimension.NUMBER, ""),
                new Input("what a proxy asks for", 0.1, Dimension.VCPU, ""),
                new Input("price of a processor", 0.0316, Dimension.USD_PER_VCPU_HOUR, ""),
                new Input("all of it", value, Dimension.NUMBER, "")));
    }
}
