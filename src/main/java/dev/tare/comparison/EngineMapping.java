package dev.tare.comparison;

import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.KnownImage;
import dev.tare.engine.CallGraph;
import dev.tare.engine.CallGraph.Mode;
import dev.tare.engine.Service;
import dev.tare.engine.Service.Isolation;
import dev.tare.engine.Service.Role;
import dev.tare.engine.Facts;
import dev.tare.estate.EstateDocument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one place where an estate becomes a call graph. Aliases resolve to their service, start-up order is no call,
 * what nobody stated stays not stated.
 */
final class EngineMapping {
    private final Catalogue catalogue;
    private final Map<String, Integer> positions = new HashMap<>();

    EngineMapping(Catalogue catalogue, EstateDocument estate) {
        this.catalogue = catalogue;
        number(estate.services());
    }

    /** The graph of an estate. */
    CallGraph graph(EstateDocument estate) {
        return new CallGraph(estate.services().stream().map(this::service).toList(), calls(estate), entries(estate),
                catalogue.software().runtimes());
    }

    /** What findings need to know of every service, as of a day. */
    List<Facts> facts(EstateDocument estate, LocalDate today) {
        StatedFacts facts = new StatedFacts(catalogue, today);
        return estate.services().stream().map(facts::of).toList();
    }

    /** The position of a service by its name or an alias. */
    Optional<Integer> position(String name) {
        return Optional.ofNullable(positions.get(name));
    }

    /** Names win over aliases, and of two equal aliases the first. */
    private void number(List<EstateDocument.Service> services) {
        for (int i = 0; i < services.size(); i++) {
            positions.put(services.get(i).name(), i);
        }
        for (int i = 0; i < services.size(); i++) {
            int position = i;
            services.get(i).aliases().forEach(alias -> positions.putIfAbsent(alias, position));
        }
    }

    private List<CallGraph.Call> calls(EstateDocument estate) {
        List<CallGraph.Call> calls = new ArrayList<>();
        for (EstateDocument.Call call : estate.calls()) {
            Integer from = positions.get(call.from());
            Integer to = positions.get(call.to());
            if (from != null && to != null && !"startup-order".equals(call.kind())) {
                calls.add(new CallGraph.Call(from, to, mode(call.mode()), stated(call.perRequest()),
                        stated(call.requestBytes()), stated(call.responseBytes())));
            }
        }
        return calls;
    }

    private List<CallGraph.Entry> entries(EstateDocument estate) {
        return estate.entries().stream().filter(entry -> positions.containsKey(entry.service()))
                .map(entry -> new CallGraph.Entry(positions.getOrDefault(entry.service(), 0),
                        stated(entry.meanPerSecond()), stated(entry.peakPerSecond())))
                .toList();
    }

    private Service service(EstateDocument.Service service) {
        Optional<KnownImage> known = known(service.image());
        EstateDocument.Resource cpu = service.cpu();
        EstateDocument.Resource memory = service.memory();
        EstateDocument.Work work = service.workMs();
        return new Service(service.name(), orEmpty(service.team()), runtime(service, known), replicas(service),
                request(cpu), cpu == null ? Double.NaN : stated(cpu.used()), request(memory),
                memory == null ? Double.NaN : stated(memory.used()), work == null ? Double.NaN : stated(work.p50()),
                work == null ? Double.NaN : stated(work.p99()), compressed(service.image(), known),
                unpacked(service.image(), known), layers(service.image()), stated(service.payloadBytes()),
                stated(service.deploysPerMonth()), stated(service.logBytesPerRequest()),
                stated(service.metricSeries()), peak(service.load()), isolation(service.isolation()),
                "DaemonSet".equals(service.kind()), sidecars(service));
    }

    private int runtime(EstateDocument.Service service, Optional<KnownImage> known) {
        EstateDocument.Runtime runtime = service.runtime();
        String language = runtime == null ? null : runtime.language();
        return catalogue.software()
                .runtimeOf(language != null ? language : orEmpty(known.map(KnownImage::language).orElse(null)));
    }

    /** A job that runs and ends keeps no replica up between its runs. */
    private static double replicas(EstateDocument.Service service) {
        boolean runsAndEnds = "Job".equals(service.kind()) || "CronJob".equals(service.kind());
        return service.replicas() == null && runsAndEnds ? 0 : stated(service.replicas());
    }

    /** A limit without a request is the request: so the orchestrators take it. */
    private static double request(EstateDocument.@Nullable Resource resource) {
        if (resource == null) {
            return Double.NaN;
        }
        return stated(resource.request() != null ? resource.request() : resource.limit());
    }

    private Optional<KnownImage> known(EstateDocument.@Nullable Image image) {
        return image == null || image.reference() == null
                ? Optional.empty()
                : catalogue.software().image(image.reference());
    }

    private static double compressed(EstateDocument.@Nullable Image image, Optional<KnownImage> known) {
        return image != null && image.compressedBytes() != null
                ? image.compressedBytes()
                : stated(known.map(KnownImage::compressed).orElse(null));
    }

    private static double unpacked(EstateDocument.@Nullable Image image, Optional<KnownImage> known) {
        return image != null && image.unpackedBytes() != null
                ? image.unpackedBytes()
                : stated(known.map(KnownImage::unpacked).orElse(null));
    }

    private static List<Service.Layer> layers(EstateDocument.@Nullable Image image) {
        return image == null
                ? List.of()
                : image.layers().stream().map(layer -> new Service.Layer(layer.digest(), layer.bytes())).toList();
    }

    private static double peak(EstateDocument.@Nullable Load load) {
        return load == null ? Double.NaN : stated(load.peakToMean());
    }

    private static List<Service.Sidecar> sidecars(EstateDocument.Service service) {
        return service.sidecars().stream().map(sidecar -> new Service.Sidecar(sidecar.name(), role(sidecar.role()),
                request(sidecar.cpu()), request(sidecar.memory()))).toList();
    }

    static Mode mode(@Nullable String mode) {
        return switch (orEmpty(mode)) {
            case "parallel" -> Mode.PARALLEL;
            case "async" -> Mode.ASYNC;
            default -> Mode.SEQUENTIAL;
        };
    }

    static Isolation isolation(@Nullable String need) {
        return switch (orEmpty(need)) {
            case "tenant" -> Isolation.TENANT;
            case "regulated" -> Isolation.REGULATED;
            case "untrusted code", "untrusted" -> Isolation.UNTRUSTED;
            default -> Isolation.NONE;
        };
    }

    static Role role(@Nullable String role) {
        for (Role known : Role.values()) {
            if (known.name().equals(orEmpty(role).toUpperCase(Locale.ROOT))) {
                return known;
            }
        }
        return Role.OTHER;
    }

    private static double stated(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
