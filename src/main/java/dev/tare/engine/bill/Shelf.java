package dev.tare.engine.bill;

import dev.tare.engine.Service;
import dev.tare.engine.Service.Layer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Image layers by digest, unit by unit: a layer is kept once in the registry and once on a node, however many units
 * stand on it, so each of them answers for an equal share of it.
 *
 * <p>Example: two units of a 10 MB and a 20 MB image with one 8 MB layer in common keep 22 MB, 6 + 16 of it their own
 * and 4 + 4 their shares.
 */
final class Shelf {
    private final double[] bytes;
    private final double[] share;
    private final int[] users;
    private final int[] unstated;

    Shelf(Grouping grouping) {
        boolean any = grouping.columns.layers;
        bytes = new double[any ? grouping.units : 0];
        share = new double[any ? grouping.units : 0];
        users = users(grouping, false);
        unstated = users(grouping, true);
        if (any) {
            stack(grouping);
        }
    }

    /** Distinct layer bytes of a unit's services that list their layers. */
    double bytes(int unit) {
        return bytes.length == 0 ? 0 : bytes[unit];
    }

    /** The same, a layer that several units stand on divided between them. */
    double share(int unit) {
        return share.length == 0 ? 0 : share[unit];
    }

    /**
     * Units that stand on the packaging's own base for this runtime: all that hold a service of it, or, where the
     * packaging keeps registered images, those with a service that registers none.
     */
    int users(int runtime, boolean keepsImages) {
        return Math.max(1, (keepsImages ? unstated : users)[runtime]);
    }

    private static int[] users(Grouping grouping, boolean withoutImage) {
        Columns columns = grouping.columns;
        int[] users = new int[columns.runtimes()];
        int[] seen = new int[users.length];
        for (int unit = 0; unit < grouping.units; unit++) {
            for (int i = 0; i < grouping.size(unit); i++) {
                int service = grouping.member(unit, i);
                int runtime = columns.runtime[service];
                boolean stands = !columns.off(service) && !(withoutImage && columns.imageStated(service));
                if (stands && seen[runtime] != unit + 1) {
                    seen[runtime] = unit + 1;
                    users[runtime]++;
                }
            }
        }
        return users;
    }

    private void stack(Grouping grouping) {
        Map<String, Integer> standing = new HashMap<>();
        each(grouping, (unit, layer) -> standing.merge(layer.digest(), 1, Integer::sum));
        each(grouping, (unit, layer) -> {
            bytes[unit] += layer.bytes();
            share[unit] += layer.bytes() / standing.getOrDefault(layer.digest(), 1);
        });
    }

    private interface Use {
        void of(int unit, Layer layer);
    }

    private static void each(Grouping grouping, Use use) {
        for (int unit = 0; unit < grouping.units; unit++) {
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < grouping.size(unit); i++) {
                Service service = grouping.columns.graph.services().get(grouping.member(unit, i));
                for (Layer layer : service.layers()) {
                    if (service.replicas() != 0 && seen.add(layer.digest())) {
                        use.of(unit, layer);
                    }
                }
            }
        }
    }
}
