package dev.tare.intake.sbom;

import dev.tare.intake.sbom.Bill.Edge;
import dev.tare.intake.sbom.Bill.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.cyclonedx.exception.ParseException;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Dependency;
import org.cyclonedx.model.Service;
import org.cyclonedx.parsers.JsonParser;
import org.cyclonedx.parsers.XmlParser;
import org.jspecify.annotations.Nullable;

/** Takes what a CycloneDX document says; parts may lie inside parts. */
final class CycloneDx {
    private static final String FORMAT = "cyclonedx";

    private final String file;
    private final Bom bom;
    private final String version;
    private final Map<String, String> services = new LinkedHashMap<>();

    private CycloneDx(String file, Bom bom, String version) {
        this.file = file;
        this.bom = bom;
        this.version = version;
    }

    /** @param version as the file says it, which the library does not know for all it reads */
    static Bill read(String file, byte[] bytes, boolean json, String version, String fallback) throws ParseException {
        Bom bom = json ? new JsonParser().parse(bytes) : new XmlParser().parse(bytes);
        return new CycloneDx(file, bom, version).bill(fallback);
    }

    private Bill bill(String fallback) {
        list(bom.getServices()).forEach(this::take);
        Subject subject = subject(fallback);
        if (!services.isEmpty() && list(bom.getDependencies()).stream()
                .anyMatch(dependency -> subject.reference().equals(dependency.getRef()))) {
            services.putIfAbsent(subject.reference(), subject.name());
        }
        List<Component> all = new ArrayList<>();
        list(bom.getComponents()).forEach(component -> collect(component, all));
        List<Component> packages = all.stream().filter(one -> one.getType() != Component.Type.FILE).toList();
        List<Edge> edges = list(bom.getDependencies()).stream().flatMap(CycloneDx::edges).toList();
        return new Bill(FORMAT, file, version, subject, packages.size(),
                packages.stream().filter(one -> one.getName() != null)
                        .map(one -> Bill.component(one.getGroup(), one.getName(), one.getVersion())).distinct()
                        .toList(),
                vulnerabilities(), services, edges);
    }

    private void take(Service service) {
        String name = Objects.requireNonNullElse(service.getName(), "service");
        String unique = services.containsValue(name) && service.getBomRef() != null ? service.getBomRef() : name;
        services.putIfAbsent(Objects.requireNonNullElse(service.getBomRef(), name), unique);
        list(service.getServices()).forEach(this::take);
    }

    private static void collect(Component component, List<Component> all) {
        all.add(component);
        list(component.getComponents()).forEach(inner -> collect(inner, all));
    }

    private static Stream<Edge> edges(Dependency dependency) {
        return list(dependency.getDependencies()).stream().filter(inner -> inner.getRef() != null)
                .flatMap(
                        inner -> Stream.concat(Stream.of(new Edge(String.valueOf(dependency.getRef()), inner.getRef())),
                                edges(inner)));
    }

    /** Known vulnerabilities, each once; a bill that lists none may be one that nobody looked through. */
    private @Nullable Integer vulnerabilities() {
        long count = list(bom.getVulnerabilities()).stream().map(one -> String.valueOf(one.getId())).distinct().count();
        return count == 0 ? null : (int) count;
    }

    private Subject subject(String fallback) {
        Component subject = bom.getMetadata() == null ? null : bom.getMetadata().getComponent();
        if (subject == null || subject.getName() == null || subject.getName().isBlank()) {
            return new Subject("", fallback, List.of(), null);
        }
        String reference = Objects.requireNonNullElse(subject.getBomRef(), subject.getName());
        boolean image = subject.getType() == Component.Type.CONTAINER;
        String digest = Stream.of(subject.getVersion(), subject.getPurl()).filter(Objects::nonNull)
                .flatMap(text -> Digests.in(text).stream()).findFirst().orElse(null);
        return new Subject(reference, subject.getName(),
                image ? Bill.imageNames(subject.getName(), subject.getVersion()) : List.of(), image ? digest : null);
    }

    private static <T> List<T> list(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }
}
