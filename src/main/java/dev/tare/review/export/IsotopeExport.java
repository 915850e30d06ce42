package dev.tare.review.export;

import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * A mock of the estate for Istio's isotope, to load-test the tare that was predicted. isotope has no asynchronous calls and
 * runs cycles for ever: those calls are left out, and the file says how many.
 */
@Component
final class IsotopeExport implements ExportFormat {
    private static final int LONGEST_NAME = 50;
    private static final int MOST_REPEATS = 20;
    private static final YAMLMapper YAML = YAMLMapper.builder().disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES, YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS).build();

    @Override
    public String name() {
        return "isotope";
    }

    @Override
    public String title() {
        return "isotope service graph";
    }

    @Override
    public String holds() {
        return "A mock of the services for Istio's load-test tool isotope, to measure what was predicted.";
    }

    @Override
    public MediaType type() {
        return MediaType.APPLICATION_YAML;
    }

    @Override
    public String extension() {
        return "yaml";
    }

    @Override
    public String write(Parcel parcel) {
        List<String> names = names(parcel.document().services());
        Graph graph = new Graph(parcel.document());
        Acyclic acyclic = new Acyclic(graph, parcel.document().calls());
        Set<Integer> entries = new HashSet<>();
        parcel.document().entries().stream().map(Entry::service).forEach(name -> entries.add(graph.place(name)));
        List<Map<String, Object>> services = new ArrayList<>();
        for (int place = 0; place < names.size(); place++) {
            services.add(service(parcel.document().services().get(place), names, place, entries.contains(place),
                    acyclic.callsFrom(place), graph));
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("apiVersion", "v1alpha1");
        whole.put("kind", "MockServiceGraph");
        whole.put("services", services);
        String note = acyclic.leftOut() == 0
                ? ""
                : "# left out: " + acyclic.leftOut() + " calls that are asynchronous or lead back to their caller\n";
        return note + YAML.writeValueAsString(whole);
    }

    private static Map<String, Object> service(Service service, List<String> names, int place, boolean entry,
            List<Call> calls, Graph graph) {
        Map<String, Object> mock = new LinkedHashMap<>();
        mock.put("name", names.get(place));
        if (entry) {
            mock.put("isEntrypoint", true);
        }
        if (service.replicas() != null && service.replicas() >= 1) {
            mock.put("numReplicas", (int) Math.min(Math.round(service.replicas()), 10_000));
        }
        List<Object> script = new ArrayList<>();
        if (service.workMs() != null && service.workMs().p50() != null && service.workMs().p50() > 0) {
            script.add(Map.of("sleep", Math.round(service.workMs().p50() * 1000) + "us"));
        }
        List<Object> together = new ArrayList<>();
        calls.forEach(call -> ("parallel".equals(call.mode()) ? together : script)
                .addAll(steps(call, names.get(graph.place(call.to())))));
        if (!together.isEmpty()) {
            script.add(together);
        }
        mock.put("script", script);
        return mock;
    }

    /** A call made 2.3 times a request is made twice, and once more in three of ten requests. */
    private static List<Object> steps(Call call, String to) {
        double often = call.perRequest() == null ? 1 : call.perRequest();
        List<Object> steps = new ArrayList<>();
        for (int i = 0; i < Math.min((int) often, MOST_REPEATS); i++) {
            steps.add(step(call, to, 100));
        }
        int chance = (int) Math.round((often - (int) often) * 100);
        if (often < MOST_REPEATS && chance > 0) {
            steps.add(step(call, to, Math.min(chance, 99)));
        }
        return steps;
    }

    private static Map<String, Object> step(Call call, String to, int chance) {
        Map<String, Object> step = new LinkedHashMap<>(Map.of("service", to));
        if (call.requestBytes() != null) {
            step.put("size", Math.round(call.requestBytes()));
        }
        if (chance < 100) {
            step.put("probability", chance);
        }
        return Map.of("call", step);
    }

    /** Names that Kubernetes takes, no two alike. */
    private static List<String> names(List<Service> services) {
        Map<String, Integer> taken = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (Service service : services) {
            String plain = service.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-")
                    .replaceAll("^[^a-z]+|-+$", "");
            String bare = plain.isEmpty() ? "service" : plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
            String free = bare.replaceAll("-+$", "");
            while (taken.containsKey(free)) {
                free = bare + "-" + taken.merge(bare, 1, Integer::sum);
            }
            taken.put(free, 1);
            names.add(free);
        }
        return names;
    }
}
