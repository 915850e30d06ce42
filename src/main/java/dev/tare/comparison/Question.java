package dev.tare.comparison;

import dev.tare.engine.Measure;
import dev.tare.estate.Changes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants weighed: one or more scenarios, and how many draws of the assumptions compare them.
 *
 * @param draws      how often every assumption is drawn from its range
 * @param seed       the same seed draws the same values
 * @param calibrated whether money is put right by what is billed for what runs now
 * @param looks      what to look at more closely
 * @param timed      in which scenarios time is drawn, which takes longest
 */
public record Question(List<Ask> scenarios, int draws, long seed, boolean calibrated, List<Look> looks, Timed timed) {
    /** In which scenarios time is drawn. */
    public enum Timed {
        ALL, TODAY
    }

    /** Draws unless somebody asks for another number. */
    public static final int DRAWS = 1_000;
    /** Seed unless somebody asks for another. */
    public static final long SEED = 20260101;
    /** What runs now, as a scenario is called that takes the estate's own shape. */
    public static final String TODAY = "today";

    /** The lists are copied. */
    public Question {
        scenarios = List.copyOf(scenarios);
        looks = List.copyOf(looks);
    }

    /** A question that looks at nothing more closely. */
    public Question(List<Ask> scenarios, int draws, long seed) {
        this(scenarios, draws, seed, false, List.of(), Timed.ALL);
    }

    /** A question with the usual draws. */
    public static Question of(List<Ask> scenarios) {
        return new Question(scenarios, DRAWS, SEED);
    }

    /** The same, looked at more closely. */
    public Question looking(List<Look> at) {
        return new Question(scenarios, draws, seed, calibrated, at, timed);
    }

    /** The same with money put right by what is billed, or not. */
    public Question calibrated(boolean right) {
        return new Question(scenarios, draws, seed, right, looks, timed);
    }

    /** The same with time drawn in some scenarios only. */
    public Question timed(Timed only) {
        return new Question(scenarios, draws, seed, calibrated, looks, only);
    }

    /** The same with other figures for some assumptions in every scenario. */
    public Question with(Map<String, Double> figures) {
        return new Question(scenarios.stream().map(ask -> ask.with(figures)).toList(), draws, seed, calibrated, looks,
                timed);
    }

    /** The same with another number of draws. */
    Question drawn(int times) {
        return new Question(scenarios, times, seed, calibrated, looks, timed);
    }

    /**
     * A figure to look at: the gross of {@code a}, or what {@code b} weighs more than {@code a}.
     *
     * @param b      absent for the gross itself
     * @param movers whether to find the assumptions that move it, for which everything is weighed many times more
     */
    public record Look(String a, @Nullable String b, Measure measure, boolean movers) {
        /** With the assumptions that move it. */
        public Look(String a, @Nullable String b, Measure measure) {
            this(a, b, measure, true);
        }

        /** By how much {@code b} weighs more, and no more than that. */
        public static Look apart(String a, String b, Measure measure) {
            return new Look(a, b, measure, false);
        }
    }

    /**
     * One scenario as somebody asks for it.
     *
     * @param name        beside every figure
     * @param preset      a combination by name; absent with {@code shape} or {@code axes}, or for the estate's own shape
     * @param shape       a shape kept with the estate, by name; absent likewise
     * @param title       what a combination of one's own is called; absent for the names of its options
     * @param axes        one option per axis; empty with a preset or for the estate's own shape
     * @param grouping    absent for the usual one of the preset, of the kept shape or of the estate
     * @param assumptions figures to take instead of the catalogue's, in the unit of their entry
     * @param changes     what of the estate is taken to be otherwise
     */
    public record Ask(String name, @Nullable String preset, @Nullable String shape, @Nullable String title,
            Map<String, String> axes, @Nullable Grouping grouping, Map<String, Double> assumptions, Changes changes) {
        /** The maps are copied. */
        public Ask {
            axes = Map.copyOf(axes);
            assumptions = Map.copyOf(assumptions);
        }

        /** A scenario of the estate as it is stated. */
        public Ask(String name, @Nullable String preset, @Nullable String shape, @Nullable String title,
                Map<String, String> axes, @Nullable Grouping grouping, Map<String, Double> assumptions) {
            this(name, preset, shape, title, axes, grouping, assumptions, Changes.NONE);
        }

        /** A preset, or a combination without a name. */
        public Ask(String name, @Nullable String preset, Map<String, String> axes, @Nullable Grouping grouping,
                Map<String, Double> assumptions) {
            this(name, preset, null, null, axes, grouping, assumptions);
        }

        /** A shape kept with the estate. */
        public static Ask saved(String name, String shape, @Nullable Grouping grouping) {
            return new Ask(name, null, shape, null, Map.of(), grouping, Map.of());
        }

        /** What runs now. */
        public static Ask today() {
            return new Ask(TODAY, null, Map.of(), null, Map.of());
        }

        /** A preset, grouped as it usually is unless told otherwise. */
        public static Ask preset(String name, String preset, @Nullable Grouping grouping) {
            return new Ask(name, preset, Map.of(), grouping, Map.of());
        }

        /** The same with other figures for some assumptions, beside those it takes already. */
        public Ask with(Map<String, Double> figures) {
            if (figures.isEmpty()) {
                return this;
            }
            Map<String, Double> all = new HashMap<>(assumptions);
            all.putAll(figures);
            return new Ask(name, preset, shape, title, axes, grouping, all, changes);
        }

        /** The same of an estate that is otherwise. */
        public Ask with(Changes other) {
            return new Ask(name, preset, shape, title, axes, grouping, assumptions, other);
        }

        /** Whether it takes the estate's own shape. */
        public boolean ownShape() {
            return preset == null && shape == null && axes.isEmpty();
        }
    }
}
