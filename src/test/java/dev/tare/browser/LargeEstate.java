package dev.tare.browser;

import dev.tare.estate.EstateDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** An estate as large as most get: services of twenty teams that call each other in layers, the same each time. */
public final class LargeEstate {
    private static final int TEAMS = 20;
    private static final int REACH = 30;
    private static final long SEED = 3;
    private static final List<String> LANGUAGES = List.of("go", "java", "node", "python");

    private final Random random = new Random(SEED);

    private LargeEstate() {}

    /** So many services, with about one call and a half each, behind one entry point. */
    public static EstateDocument of(String name, int services) {
        Map<String, Object> estate = new LargeEstate().estate(name, services);
        return JsonMapper.builder().build().convertValue(estate, EstateDocument.class);
    }

    private Map<String, Object> estate(String name, int services) {
        Map<String, Object> estate = new LinkedHashMap<>();
        estate.put("tare", EstateDocument.VERSION);
        estate.put("name", name);
        estate.put("currency", "USD");
        estate.put("today", Map.of("preset", "eks-istio-sidecar"));
        estate.put("teams", IntStream.range(0, TEAMS).mapToObj(i -> Map.of("name", "team-" + i)).toList());
        estate.put("services", IntStream.range(0, services).mapToObj(this::service).toList());
        estate.put("calls", calls(services));
        estate.put("entries", List.of(Map.of("service", "s0", "meanPerSecond", 100, "peakPerSecond", 250)));
        return estate;
    }

    private Map<String, Object> service(int i) {
        Map<String, Object> service = new LinkedHashMap<>();
        service.put("name", "s" + i);
        service.put("team", "team-" + i % TEAMS);
        service.put("runtime", Map.of("language", LANGUAGES.get(random.nextInt(LANGUAGES.size()))));
        service.put("replicas", 1 + random.nextInt(5));
        service.put("cpu", Map.of("request", 0.1 * (1 + random.nextInt(10))));
        service.put("memory", Map.of("request", (1L << 27) * (1 + random.nextInt(4))));
        service.put("workMs", Map.of("p50", 1 + random.nextInt(5), "p99", 30));
        service.put("image", Map.of("reference", "registry.example.com/s" + i + ":1", "compressedBytes", 50_000_000));
        service.put("deploysPerMonth", 8);
        return service;
    }

    private List<Map<String, Object>> calls(int services) {
        return IntStream.range(1, services).boxed().flatMap(to -> random
                .ints(1 + random.nextInt(2), Math.max(0, to - REACH), to).distinct().sorted().boxed().toList().stream()
                .map(from -> call(from, to))).toList();
    }

    private Map<String, Object> call(int from, int to) {
        return Map.of("from", "s" + from, "to", "s" + to, "perRequest", 0.2 + 0.3 * random.nextInt(3), "mode",
                random.nextInt(4) == 0 ? "async" : "sequential");
    }
}
