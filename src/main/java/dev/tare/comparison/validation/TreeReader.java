package dev.tare.comparison.validation;

import dev.tare.engine.CallTree;

/** Reads what grouping a call tree comes to: {@code apart}, {@code best}, {@code tied}, {@code together}, {@code memory}. */
final class TreeReader {
    private final CallTree.Plans plans;

    TreeReader(CallTree tree) {
        plans = tree.plans();
    }

    Reading read(Formula.Read operand) {
        return switch (operand.figure()) {
            case "apart" -> reading(operand, "every function alone", plans.apart());
            case "best" -> reading(operand, "the best plan within the limit", plans.best());
            case "tied" -> reading(operand, "plans that weigh the same as the best", plans.tied());
            case "together" -> reading(operand, "all in one block", plans.together());
            case "memory" -> reading(operand, "memory of one block", plans.memoryTogether());
            default -> throw new IllegalArgumentException("a plan has no figure '" + operand.figure() + "'");
        };
    }

    private static Reading reading(Formula operand, String words, double value) {
        return new Reading(operand, words, value, Quantity.NUMBER, null);
    }
}
