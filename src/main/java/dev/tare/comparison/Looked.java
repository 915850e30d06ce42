package dev.tare.comparison;

import dev.tare.comparison.Question.Look;
import dev.tare.engine.Bill.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A figure looked at more closely; money in the estate's currency.
 *
 * @param likely     the figure with every assumption at its likely value
 * @param swings     the assumptions that move it most, the most first
 * @param difference by how much the one weighs more than the other, over the draws; absent for one scenario's gross
 */
public record Looked(Look look, double likely, List<Swing> swings, Optional<Difference> difference) {
    /** The list is copied. */
    public Looked {
        swings = List.copyOf(swings);
    }

    /**
     * What one assumption does to the figure when it is weighed again at both ends of its range, all others likely.
     *
     * @param key    the assumption
     * @param atLow  the figure at its low end
     * @param atHigh the figure at its high end
     * @param share  the share of the figure's spread over the draws that goes with it, 0 to 1; NaN where there are too
     *               few draws to say
     */
    public record Swing(String key, double atLow, double atHigh, double share) {
        /** How far apart the two are. */
        public double width() {
            return Math.abs(atHigh - atLow);
        }
    }

    /** Line by line and all in all; nothing where the measure was not drawn. */
    public record Difference(Apart net, Apart tare, Map<Part, Apart> lines, Apart gross) {}

    /**
     * By how much one figure is more than another under the same draws.
     *
     * @param drawn what 10, 50 and 90 of 100 draws stay below
     * @param less  share of the draws in which it is less, a tie counting half
     */
    public record Apart(Quantiles drawn, double less) {
        /** Whether nobody can say which way it goes. */
        public boolean open() {
            return drawn.flips();
        }
    }
}
