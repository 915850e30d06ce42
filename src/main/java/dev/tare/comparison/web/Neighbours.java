package dev.tare.comparison.web;

import dev.tare.engine.CallGraph.Call;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Groups services that call each other most: the busiest calls first, two groups become one unless it grew too large
 * (Kruskal's order with a limit). Each group is named by its busiest service.
 */
final class Neighbours {
    private static final int GROUPS = 30;
    private static final int LEAST_LIMIT = 8;

    private final int[] group;
    private final int[] size;

    private Neighbours(int services) {
        group = IntStream.range(0, services).toArray();
        size = new int[services];
        Arrays.fill(size, 1);
    }

    /** For each service the busiest one of its group. */
    static int[] of(List<Call> calls, double[] callRates, double[] rates) {
        Neighbours all = new Neighbours(rates.length);
        int most = Math.max(LEAST_LIMIT, 2 * rates.length / GROUPS);
        IntStream.range(0, calls.size()).boxed()
                .sorted(Comparator.comparingDouble(call -> -callRates[call]))
                .forEach(call -> all.join(calls.get(call).from(), calls.get(call).to(), most));
        int[] named = new int[rates.length];
        int[] busiest = new int[rates.length];
        Arrays.fill(busiest, -1);
        for (int service = 0; service < named.length; service++) {
            int of = all.find(service);
            busiest[of] = busiest[of] < 0 || rates[service] > rates[busiest[of]] ? service : busiest[of];
        }
        Arrays.setAll(named, service -> busiest[all.find(service)]);
        return named;
    }

    private void join(int a, int b, int most) {
        int one = find(a);
        int other = find(b);
        if (one != other && size[one] + size[other] <= most) {
            group[other] = one;
            size[one] += size[other];
        }
    }

    private int find(int service) {
        int of = service;
        while (group[of] != of) {
            group[of] = group[group[of]];
            of = group[of];
        }
        return of;
    }
}
