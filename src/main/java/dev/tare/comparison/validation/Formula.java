package dev.tare.comparison.validation;

import java.util.List;
import java.util.stream.Stream;

/**
 * How a figure of a case is read: figures of bills in square brackets after what they are called
 * ({@code network.vcpu[one each]}), assumptions in braces ({@code {pull.bw}}), numbers, and the four operations.
 */
public sealed interface Formula {
    /** A number. */
    record Constant(double value) implements Formula {}

    /** The likely value of an assumption, in base units. */
    record LookUp(String key) implements Formula {}

    /** A figure of a scenario. */
    record Read(String figure, String scenario) implements Formula {}

    /** Two of them, joined. */
    record Joined(Operator operator, Formula left, Formula right) implements Formula {}

    /** What joins two. */
    enum Operator {
        PLUS, MINUS, TIMES, OVER;

        double apply(double left, double right) {
            return switch (this) {
                case PLUS -> left + right;
                case MINUS -> left - right;
                case TIMES -> left * right;
                case OVER -> left / right;
            };
        }

        static Operator of(char sign) {
            return switch (sign) {
                case '+' -> PLUS;
                case '-' -> MINUS;
                case '*' -> TIMES;
                case '/' -> OVER;
                default -> throw new IllegalArgumentException("'" + sign + "' joins nothing");
            };
        }
    }

    /** Its leaves but for numbers, from left to right, each once. */
    default List<Formula> operands() {
        return leaves().distinct().toList();
    }

    private Stream<Formula> leaves() {
        return switch (this) {
            case Constant _ -> Stream.empty();
            case LookUp _,Read _ -> Stream.of(this);
            case Joined joined -> Stream.concat(joined.left.leaves(), joined.right.leaves());
        };
    }
}
