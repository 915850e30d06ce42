package dev.tare.comparison.web;

import dev.tare.catalogue.Axis;
import dev.tare.comparison.Laid;
import dev.tare.comparison.Question;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.SavedShape;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.ShapeLink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scenario that is being tried out: what its shape says, and its services on a board. The estate stays as it is.
 *
 * @param axes  an option for each axis but the grouping, also where the shape says none and is what runs today
 * @param today for each service by position its unit today
 */
record Trial(SavedShape shape, Board board, Map<String, String> axes, int[] today) {
    /** {@code laid} is the scenario as it stands, {@code units} its units once it is weighed. */
    static Trial of(Sought sought, EstateDocument estate, Laid laid, int[] units, int[] today) {
        List<String> services = estate.services().stream().map(Service::name).toList();
        Map<String, String> axes = new LinkedHashMap<>(laid.axes());
        axes.remove(Axis.GROUPING.id());
        SavedShape shape = shape(sought, estate, axes);
        return new Trial(shape, Board.of(services, units, named(shape.grouping())), axes, today);
    }

    private static SavedShape shape(Sought sought, EstateDocument estate, Map<String, String> axes) {
        String kept = ShapeLink.savedName(sought.written()).orElse("");
        return sought.own()
                .or(() -> estate.shapes().stream().filter(each -> each.name().equals(kept)
                        || kept.startsWith(each.name() + ":")).findFirst())
                .orElseGet(() -> new SavedShape("", sought.isOwnOfEstate() ? Map.of() : axes, null, Map.of()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, List<String>> named(@Nullable Object grouping) {
        return grouping instanceof Map<?, ?> units ? (Map<String, List<String>>) units : Map.of();
    }

    /** The whole of it for an address. */
    Sought sought() {
        return new Sought(ShapeLink.write(written()));
    }

    /** As a shape that can be kept. */
    SavedShape written() {
        return shape.withGrouping(grouping());
    }

    /** Nothing where it is grouped as what it says of its axes is anyway. */
    private @Nullable Object grouping() {
        if (shape.axes().isEmpty() && board.isGrouped(today)) {
            return null;
        }
        return board.units().isEmpty() ? "one-each" : board.units();
    }

    Trial with(Board other) {
        return new Trial(shape, other, axes, today);
    }

    Trial with(SavedShape other) {
        return new Trial(other, board, axes, today);
    }

    /** With another option on one axis; what is as today says all its axes from then on. */
    Trial with(String axis, String option) {
        Map<String, String> all = new LinkedHashMap<>(axes);
        all.put(axis, option);
        return all.equals(axes)
                ? this
                : new Trial(new SavedShape(shape.name(), all, shape.grouping(), shape.assumptions(), shape.changes()),
                        board, all, today);
    }

    /** With another figure for an assumption; nothing for the catalogue's. */
    Trial assuming(String key, @Nullable Double figure) {
        Map<String, Double> figures = new LinkedHashMap<>(shape.assumptions());
        if (figure == null) {
            figures.remove(key);
        } else {
            figures.put(key, figure);
        }
        return with(new SavedShape(shape.name(), shape.axes(), shape.grouping(), figures, shape.changes()));
    }

    /** Whether it is what runs today, with nothing changed. */
    boolean runs() {
        return shape.axes().isEmpty() && shape.assumptions().isEmpty() && shape.changes() == null
                && grouping() == null;
    }

    /** Where what is tried is today's, its plain name. */
    Sought shortest() {
        return runs() ? new Sought(Question.TODAY) : sought();
    }
}
