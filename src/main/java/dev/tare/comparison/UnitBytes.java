package dev.tare.comparison;

import dev.tare.engine.CallGraph;
import dev.tare.engine.Param;
import dev.tare.engine.Service;
import dev.tare.engine.Shape;
import java.util.List;

/**
 * Compressed bytes that a node without anything pulls for a unit: every service's own artefact, on the largest base among
 * them. Images that are registered count where the shape ships images, or where they run today.
 */
record UnitBytes(CallGraph graph, Shape shape, boolean today) {
    double of(List<Integer> unit, double[] values) {
        double own = 0;
        double base = 0;
        for (int position : unit) {
            Service service = graph.services().get(position);
            double payload = payload(service, values);
            own += payload;
            base = Math.max(base, whole(service, payload, values) - payload);
        }
        return own + base;
    }

    private double payload(Service service, double[] values) {
        double stated = service.payload();
        double payload = Double.isNaN(stated) ? shape.value(Param.DEFAULT_PAYLOAD, values) : stated;
        return Math.min(payload, whole(service, payload, values));
    }

    private double whole(Service service, double payload, double[] values) {
        boolean ships = shape.slot(Param.DEFAULT_IMAGE_COMPRESSED) >= 0;
        double registered = registered(service);
        if ((ships || today) && !Double.isNaN(registered)) {
            return registered;
        }
        double usual = shape.value(Param.DEFAULT_IMAGE_COMPRESSED, values);
        return ships && Double.isNaN(service.payload()) && usual > 0
                ? usual
                : payload + shape.value(Param.BASE_COMPRESSED, values);
    }

    private static double registered(Service service) {
        return service.layers().isEmpty()
                ? service.imageCompressed()
                : service.layers().stream().distinct().mapToDouble(Service.Layer::bytes).sum();
    }
}
