package dev.tare.catalogue;

import dev.tare.engine.Curve;
import dev.tare.engine.Param;
import dev.tare.engine.Reservation;
import dev.tare.engine.Shape;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One answer on one axis.
 *
 * @param axis        the question it answers
 * @param id          unique on its axis
 * @param name        on pages
 * @param description one sentence
 * @param order       place in its list
 * @param tags        what other options may ask for
 * @param needs       conditions on other axes
 * @param gives       what it gives in return for its weight
 * @param replaces    by id of a primitive of the operating system, what stands in its place here
 * @param assumptions keys it cites
 * @param release     product release its figures hold for
 * @param effects     what it puts into a shape
 * @param versions    the same for other releases of the product
 */
public record Option(Axis axis, String id, String name, String description, int order, Set<String> tags,
        List<Need> needs, List<Gift> gives, Map<String, String> replaces, List<String> assumptions,
        @Nullable String release, Effects effects, Map<String, Effects> versions) {
    /**
     * What an option puts into a shape; absent where it has no say.
     *
     * @param set       by slot the key of the assumption that fills it
     * @param overrides the same, for slots that another axis fills as a rule
     */
    public record Effects(Map<Param, String> set, Map<Param, String> overrides, Shape.@Nullable Billing billing,
            @Nullable Reservation reservation, @Nullable Curve proxyCurve, Shape.@Nullable Helpers helpers) {}

    boolean is(String idOrTag) {
        return id.equals(idOrTag) || tags.contains(idOrTag);
    }
}
