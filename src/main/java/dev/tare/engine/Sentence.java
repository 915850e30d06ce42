package dev.tare.engine;

import java.util.ArrayList;
import java.util.List;

/** Words with figures in them; whoever shows it writes the figures as its reader is used to. */
public record Sentence(List<Piece> pieces) {
    /** The list is copied. */
    public Sentence {
        pieces = List.copyOf(pieces);
    }

    /** Words or a figure. */
    public sealed interface Piece permits Words, Figure {}

    /** Words as they are. */
    public record Words(String text) implements Piece {}

    /** A figure, US dollars where it is money. */
    public record Figure(double value, Unit unit) implements Piece {}

    /** How a figure is written. */
    public enum Unit {
        COUNT, NUMBER, SHARE, VCPU, MEMORY, BYTES, MONEY, RATE
    }

    /** Starts one. */
    public static Draft of(String words) {
        return new Draft().say(words);
    }

    /** A sentence being put together. */
    public static final class Draft {
        private final List<Piece> pieces = new ArrayList<>();

        private Draft() {}

        /** Adds words. */
        public Draft say(String words) {
            pieces.add(new Words(words));
            return this;
        }

        /** Adds a figure. */
        public Draft figure(double value, Unit unit) {
            pieces.add(new Figure(value, unit));
            return this;
        }

        /** A count and what is counted: "1 service", "4 services". */
        public Draft count(long count, String one) {
            return figure(count, Unit.COUNT).say(" " + one + (count == 1 ? "" : "s"));
        }

        /** The sentence. */
        public Sentence done() {
            return new Sentence(pieces);
        }
    }
}
