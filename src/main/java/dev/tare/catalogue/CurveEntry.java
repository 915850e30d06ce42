package dev.tare.catalogue;

import dev.tare.engine.Curve;
import java.util.Arrays;
import java.util.Collection;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Measured proxy CPU at several request rates, and the rate whose value the shape's CPU figure holds for. */
record CurveEntry(@Nullable SortedMap<Double, Double> vcpuAtRequestsPerSecond, double oneAt) {
    /** The points relative to the value at {@code oneAt}. */
    Curve check(String file) {
        if (vcpuAtRequestsPerSecond == null || vcpuAtRequestsPerSecond.isEmpty()) {
            throw new BadCatalogue(file, "proxyCurve", "vcpuAtRequestsPerSecond is missing");
        }
        double[] x = values(vcpuAtRequestsPerSecond.keySet());
        double[] y = values(vcpuAtRequestsPerSecond.values());
        double unit = new Curve(x, y).at(oneAt);
        return new Curve(x, Arrays.stream(y).map(value -> value / unit).toArray());
    }

    private static double[] values(Collection<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
