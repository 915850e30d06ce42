package dev.tare.catalogue;

import dev.tare.engine.Assumptions;
import dev.tare.engine.Curve;
import dev.tare.engine.Param;
import dev.tare.engine.Reservation;
import dev.tare.engine.Shape;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the bindings of one option per axis together: first what all shapes share, then the axes, then overrides. */
final class ShapeBuilder {
    private final Map<Param, String> bound = new EnumMap<>(Param.class);
    private Shape.Billing billing = Shape.Billing.NODES;
    private Reservation reservation = Reservation.NONE;
    private Curve curve = Curve.PROPORTIONAL;
    private Shape.Helpers helpers = Shape.Helpers.SIDECAR;

    ShapeBuilder(Map<Param, String> common) {
        bound.putAll(common);
    }

    ShapeBuilder with(Choice choice) {
        choice.chosen().values().forEach(each -> take(each.effects()));
        choice.chosen().values().forEach(each -> bound.putAll(each.effects().overrides()));
        return this;
    }

    /** By slot the key of the assumption in it. */
    Map<Param, String> bindings() {
        return Map.copyOf(bound);
    }

    Shape build(String name, Assumptions assumptions) {
        Map<Param, Integer> slots = new EnumMap<>(Param.class);
        bound.forEach((param, key) -> slots.put(param, assumptions.slot(key)));
        return Shape.of(name, billing, reservation, curve, helpers, slots);
    }

    private void take(Option.Effects effects) {
        bound.putAll(effects.set());
        billing = or(effects.billing(), billing);
        reservation = or(effects.reservation(), reservation);
        curve = or(effects.proxyCurve(), curve);
        helpers = or(effects.helpers(), helpers);
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }
}
