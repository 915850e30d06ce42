package dev.tare.comparison.validation;

import dev.tare.comparison.Amounts;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.engine.Bill;
import dev.tare.engine.Bill.Line;
import dev.tare.engine.Bill.Working;
import dev.tare.engine.Dimension;
import dev.tare.engine.Measure;
import dev.tare.engine.Range;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads figures off a bill by name: {@code net.vcpu}, {@code network.cost}, {@code gross.bytes} — a part and a measure;
 * {@code placement.memory:reserved by …} — an input of its working; {@code p50}, {@code p90 checkout} — milliseconds of
 * a request, at the first entry point or the one named; {@code hops}, {@code depth}, {@code nodes}, {@code units},
 * {@code people}.
 */
final class BillReader {
    private static final Map<String, Measure> MEASURES = Map.of("cost", Measure.COST, "p99", Measure.P99_MS, "bytes",
            Measure.BYTES_PER_MONTH, "vcpu", Measure.VCPU, "memory", Measure.MEMORY);

    private final List<String> services;

    /** Knows services by their position in this list. */
    BillReader(List<String> services) {
        this.services = services;
    }

    Reading read(Formula.Read operand, Weighed weighed) {
        String figure = operand.figure();
        Bill bill = weighed.bill();
        return switch (figure) {
            case "hops" -> plain(operand, "remote calls for each request", bill.structure().hopsPerRequest());
            case "depth" -> plain(operand, "remote calls one after another", bill.structure().depth());
            case "nodes" -> plain(operand, "nodes or servers", bill.structure().nodes());
            case "units" -> plain(operand, "deployable units", bill.units());
            case "people" -> new Reading(operand, "people, a month", bill.people().likely(), Quantity.USD, null);
            default -> figure.startsWith("p") && figure.length() > 2 && Character.isDigit(figure.charAt(1))
                    ? latency(operand, bill)
                    : part(operand, bill);
        };
    }

    private static Reading plain(Formula operand, String words, double value) {
        return new Reading(operand, words, value, Quantity.NUMBER, null);
    }

    private Reading latency(Formula.Read operand, Bill bill) {
        String[] words = operand.figure().split(" ", 2);
        Bill.EntryLatency entry = words.length == 1
                ? bill.latency().getFirst()
                : bill.latency().stream().filter(each -> services.get(each.service()).equals(words[1])).findFirst()
                        .orElseThrow(() -> unknown(operand));
        Range range = switch (words[0]) {
            case "p50" -> entry.p50();
            case "p90" -> entry.p90();
            case "p99" -> entry.p99();
            default -> throw unknown(operand);
        };
        String named = words.length == 1 ? "a request" : "a request to " + words[1];
        String quantile = words[0].equals("p50") ? "median" : words[0].substring(1) + "th percentile";
        return new Reading(operand, named + ", " + quantile, range.likely(), Quantity.MS, waited(bill));
    }

    /** A percentile has no formula; what it is made of stands in the working of the first part that takes time. */
    private static @Nullable Working waited(Bill bill) {
        return bill.lines().stream().filter(line -> line.measure() == Measure.P99_MS).map(Line::working).findFirst()
                .orElse(bill.netWorking().get(Measure.P99_MS));
    }

    private static Reading part(Formula.Read operand, Bill bill) {
        String[] path = operand.figure().split(":", 2);
        String[] place = path[0].split("\\.", 2);
        Measure measure = place.length < 2 ? null : MEASURES.get(place[1]);
        if (measure == null) {
            throw unknown(operand);
        }
        Working working = working(bill, place[0], measure);
        if (path.length == 2) {
            return input(operand, path[1], measure, working);
        }
        return new Reading(operand, place[0] + ", " + words(measure), amount(bill, place[0], measure, operand),
                quantity(measure), working);
    }

    private static Reading input(Formula.Read operand, String name, Measure measure, @Nullable Working working) {
        Optional<Bill.Input> input = working == null
                ? Optional.empty()
                : working.inputs().stream().filter(each -> each.name().equals(name)).findFirst();
        Bill.Input found = input.orElseThrow(() -> unknown(operand));
        return new Reading(operand, name, found.value(), quantity(found.dimension(), measure), working);
    }

    private static double amount(Bill bill, String part, Measure measure, Formula.Read operand) {
        return switch (part) {
            case "gross" -> Amounts.of(bill.gross(), measure).likely();
            case "tare" -> Amounts.of(bill.tare(), measure).likely();
            case "net" -> Amounts.of(bill.net(), measure).likely();
            default -> Amounts.of(bill, named(part).orElseThrow(() -> unknown(operand)), measure).likely();
        };
    }

    private static @Nullable Working working(Bill bill, String part, Measure measure) {
        return part.equals("net")
                ? bill.netWorking().get(measure)
                : named(part).flatMap(line -> Amounts.line(bill, line, measure)).map(Line::working).orElse(null);
    }

    private static Optional<Bill.Part> named(String part) {
        return Arrays.stream(Bill.Part.values()).filter(each -> each.name().equalsIgnoreCase(part)).findFirst();
    }

    private static String words(Measure measure) {
        return switch (measure) {
            case COST -> "money a month";
            case P99_MS -> "milliseconds at the 99th percentile";
            case BYTES_PER_MONTH -> "bytes shipped a month";
            case VCPU, MEMORY -> measure.name().toLowerCase(Locale.ROOT).replace("vcpu", "vCPU");
        };
    }

    private static Quantity quantity(Measure measure) {
        return switch (measure) {
            case COST -> Quantity.USD;
            case P99_MS -> Quantity.MS;
            case BYTES_PER_MONTH -> Quantity.BYTES;
            case VCPU -> Quantity.VCPU;
            case MEMORY -> Quantity.MEMORY;
        };
    }

    private static Quantity quantity(Dimension dimension, Measure measure) {
        return switch (dimension) {
            case VCPU -> Quantity.VCPU;
            case BYTES -> measure == Measure.MEMORY ? Quantity.MEMORY : Quantity.BYTES;
            case MS -> Quantity.MS;
            case USD, USD_PER_MONTH -> Quantity.USD;
            case FTE -> Quantity.FTE;
            default -> Quantity.NUMBER;
        };
    }

    private static IllegalArgumentException unknown(Formula.Read operand) {
        return new IllegalArgumentException("a bill has no figure '" + operand.figure() + "'");
    }
}
