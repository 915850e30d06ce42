package dev.tare.engine.bill;

import dev.tare.engine.Service;
import dev.tare.engine.Service.Layer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Image layers by digest, unit by unit: a layer is kept once in the registry and once on a node, however many units
 * stand on it, so each of them answers for an equal share of it.
 *
 * <p>Example: two units of a 10 MB and a 20 MB image with one 8 MB layer in common keep 22 MB, 6 + 16 of it their own
 * and 4 + 4 their shares. Of 30 equal layers, listed from the bottom, one changed at random ships (30 + 1) ÷ 2 = 15.5.
 */
final class Shelf {
    private final double[] bytes;
    private final double[] share;
    private final double[] again;
    private final int[] users;
    private final int[] unstated;

    Shelf(Grouping grouping) {
        boolean any = grouping.columns.layers;
        bytes = new double[any ? grouping.units : 0];
        share = new double[any ? grouping.units : 0];
        again = new double[any ? grouping.units : 0];
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

    /** What of the share ships again when one layer, any of them, changes: itself and all layers above it. */
    double again(int unit) {
        return again.length == 0 ? 0 : again[unit];
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
        List<Map<String, Place>> units = new ArrayList<>();
        Map<String, Integer> standing = new HashMap<>();
        for (int unit = 0; unit < grouping.units; unit++) {
            units.add(places(grouping, unit));
            units.getLast().keySet().forEach(digest -> standing.merge(digest, 1, Integer::sum));
        }
        for (int unit = 0; unit < grouping.units; unit++) {
            for (Map.Entry<String, Place> layer : units.get(unit).entrySet()) {
                double shared = layer.getValue().bytes() / standing.getOrDefault(layer.getKey(), 1);
                bytes[unit] += layer.getValue().bytes();
                share[unit] += shared;
                again[unit] += shared * layer.getValue().height();
            }
        }
    }

    /** A layer's bytes and its height in its image, the topmost at 1: how likely a change of any layer reaches it. */
    private record Place(double bytes, double height) {
        Place most(Place other) {
            return new Place(Math.max(bytes, other.bytes), Math.max(height, other.height));
        }
    }

    private static Map<String, Place> places(Grouping grouping, int unit) {
        Map<String, Place> places = new TreeMap<>();
        for (int i = 0; i < grouping.size(unit); i++) {
            Service service = grouping.columns.graph.services().get(grouping.member(unit, i));
            List<Layer> layers = service.replicas() == 0 ? List.of() : service.layers();
            for (int at = 0; at < layers.size(); at++) {
                Place place = new Place(layers.get(at).bytes(), (at + 1.0) / layers.size());
                places.merge(layers.get(at).digest(), place, Place::most);
            }
        }
        return places;
    }
}
