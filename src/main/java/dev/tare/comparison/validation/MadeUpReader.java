package dev.tare.comparison.validation;

import dev.tare.engine.MadeUpEstate.Facts;
import dev.tare.engine.MadeUpEstate.Quantiles;

/**
 * Reads what a made-up estate looks like: {@code services}, {@code calls}, {@code depth}, and of {@code fanOut} and
 * {@code fanIn} their {@code none}, {@code p50}, {@code p90}, {@code p99} and {@code most}.
 */
final class MadeUpReader {
    private final Facts facts;

    MadeUpReader(Facts facts) {
        this.facts = facts;
    }

    Reading read(Formula.Read operand) {
        String[] path = operand.figure().split("\\.", 2);
        return switch (path[0]) {
            case "services" -> number(operand, "services", facts.services());
            case "calls" -> number(operand, "pairs that call each other", facts.calls());
            case "depth" -> number(operand, "remote calls in a row", facts.depth());
            case "fanOut" -> degree(operand, "services that a service calls", facts.fanOut(), path);
            case "fanIn" -> degree(operand, "services that call a service", facts.fanIn(), path);
            default -> throw unknown(operand);
        };
    }

    private static Reading degree(Formula.Read operand, String words, Quantiles of, String[] path) {
        return switch (path.length == 2 ? path[1] : "") {
            case "none" -> new Reading(operand, words + ": none", of.none(), Quantity.SHARE, null);
            case "p50" -> number(operand, words + ", median", of.p50());
            case "p90" -> number(operand, words + ", 90th percentile", of.p90());
            case "p99" -> number(operand, words + ", 99th percentile", of.p99());
            case "most" -> number(operand, words + ", the most", of.most());
            default -> throw unknown(operand);
        };
    }

    private static Reading number(Formula.Read operand, String words, double value) {
        return new Reading(operand, words, value, Quantity.NUMBER, null);
    }

    private static IllegalArgumentException unknown(Formula.Read operand) {
        return new IllegalArgumentException("a made-up estate has no figure '" + operand.figure() + "'");
    }
}
