package dev.tare.comparison;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Models.Model;
import dev.tare.comparison.Question.Ask;
import dev.tare.comparison.Sampling.Effort;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.Measure;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.estate.Estates.State;
import dev.tare.site.Invalid;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Sets two states of an estate beside each other: what runs in each, under the same draws of all assumptions. */
@Service
public class Drift {
    private static final int REMEMBERED = 64;
    private static final Question TODAY = Question.of(List.of(Ask.today()));

    private final Catalogue catalogue;
    private final Weighing weighing;
    private final Sampling sampling;
    private final Remembered<Key, Moves> known = new Remembered<>(REMEMBERED);

    /** Weighs by the coefficients of this catalogue. */
    public Drift(Catalogue catalogue, Weighing weighing) {
        this.catalogue = catalogue;
        this.weighing = weighing;
        sampling = new Sampling(catalogue.assumptions());
    }

    /**
     * How far a figure moved, over the draws.
     *
     * @param by       what the later state weighs more
     * @param moreOdds how likely it is that it weighs more; a tie counts half
     */
    public record Move(Quantiles by, double moreOdds) {
        /** Whether nobody can say which way it moved. */
        public boolean tooClose() {
            return by.flips();
        }
    }

    /** The totals by measure, and the parts of the tare; a measure that was not drawn is in none of them. */
    public record Moves(Map<Measure, Move> gross, Map<Measure, Move> net, Map<Measure, Move> tare,
            Map<Part, Map<Measure, Move>> lines) {}

    /**
     * What moved between two states, money in the currency they both count in.
     *
     * @throws Invalid when one of them cannot be weighed
     */
    public Moves between(Snapshot before, Snapshot after) {
        return known.of(new Key(before.state(), after.state()), () -> moves(before, after));
    }

    private record Key(State before, State after) {}

    private Moves moves(Snapshot before, Snapshot after) {
        int most = Math.max(before.document().services().size(), after.document().services().size());
        Effort effort = Effort.affordable(TODAY.draws(), 2, most);
        Side from = side(before, effort);
        Side to = side(after, effort);
        Map<Part, Map<Measure, Move>> lines = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            lines.put(part, moves(from.part(part), to.part(part)));
        }
        return new Moves(moves(from.total(Sample::gross), to.total(Sample::gross)),
                moves(from.total(Sample::net), to.total(Sample::net)),
                moves(from.total(Sample::tare), to.total(Sample::tare)), lines);
    }

    private Side side(Snapshot estate, Effort effort) {
        EstateDocument document = estate.document();
        if (document.services().isEmpty()) {
            return new Side(List.of(), effort);
        }
        Model model = weighing.model(estate);
        List<Asked> asked = new Resolution(catalogue, document, model.mapping()).all(TODAY);
        return new Side(sampling.of(List.of(model), asked, TODAY, effort), effort);
    }

    /** One state in every draw; an estate without services weighs nothing in each. */
    private record Side(List<Sample> samples, Effort effort) {
        Function<Measure, double[]> total(TotalOf total) {
            return measure -> samples.isEmpty() ? nothing(measure) : total.of(samples.getFirst(), measure);
        }

        Function<Measure, double[]> part(Part part) {
            return total((sample, measure) -> sample.part(part, measure));
        }

        private double[] nothing(Measure measure) {
            return new double[measure == Measure.P99_MS ? effort.times() : effort.draws()];
        }
    }

    private interface TotalOf {
        double[] of(Sample sample, Measure measure);
    }

    private static Map<Measure, Move> moves(Function<Measure, double[]> before, Function<Measure, double[]> after) {
        Map<Measure, Move> moves = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            double[] from = before.apply(measure);
            double[] to = after.apply(measure);
            if (from.length > 0 && from.length == to.length) {
                moves.put(measure, move(from, to));
            }
        }
        return moves;
    }

    private static Move move(double[] from, double[] to) {
        double[] by = new double[from.length];
        Arrays.setAll(by, draw -> to[draw] - from[draw]);
        return new Move(Quantiles.of(by), Chance.ofDraws(from, to));
    }
}
