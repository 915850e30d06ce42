package dev.tare.comparison;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants weighed: one or more scenarios, and how many draws of the assumptions compare them.
 *
 * @param draws how often every assumption is drawn from its range
 * @param seed  the same seed draws the same values
 */
public record Question(List<Ask> scenarios, int draws, long seed) {
    /** Draws unless somebody asks for another number. */
    public static final int DRAWS = 1_000;
    /** Seed unless somebody asks for another. */
    public static final long SEED = 20260101;
    /** What runs now, as a scenario is called that takes the estate's own shape. */
    public static final String TODAY = "today";

    /** The list is copied. */
    public Question {
        scenarios = List.copyOf(scenarios);
    }

    /** A question with the usual draws. */
    public static Question of(List<Ask> scenarios) {
        return new Question(scenarios, DRAWS, SEED);
    }

    /**
     * One scenario as somebody asks for it.
     *
     * @param name        beside every figure
     * @param preset      a combination by name; absent with {@code axes} or for the estate's own shape
     * @param axes        one option per axis; empty with a preset or for the estate's own shape
     * @param grouping    absent for the usual one of the preset or of the estate
     * @param assumptions figures to take instead of the catalogue's, in the unit of their entry
     */
    public record Ask(String name, @Nullable String preset, Map<String, String> axes, @Nullable Grouping grouping,
            Map<String, Double> assumptions) {
        /** The maps are copied. */
        public Ask {
            axes = Map.copyOf(axes);
            assumptions = Map.copyOf(assumptions);
        }

        /** What runs now. */
        public static Ask today() {
            return new Ask(TODAY, null, Map.of(), null, Map.of());
        }

        /** A preset, grouped as it usually is unless told otherwise. */
        public static Ask preset(String name, String preset, @Nullable Grouping grouping) {
            return new Ask(name, preset, Map.of(), grouping, Map.of());
        }

        /** Whether it takes the estate's own shape. */
        public boolean ownShape() {
            return preset == null && axes.isEmpty();
        }
    }
}
