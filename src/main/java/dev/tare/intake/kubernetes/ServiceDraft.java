package dev.tare.intake.kubernetes;

import dev.tare.estate.EstateDocument.Image;
import dev.tare.estate.EstateDocument.Runtime;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Sidecar;
import dev.tare.intake.Claims;
import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.container.ImageReference;
import dev.tare.intake.container.Runtimes;
import dev.tare.intake.container.SidecarRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One workload as a service: its application container is the service, what runs beside it are its sidecars. */
final class ServiceDraft {
    private final Workload workload;
    private final KubeObject object;
    private final Map<String, String> notes = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    ServiceDraft(Workload workload) {
        this.workload = workload;
        this.object = workload.object();
        notes.put("", object.label() + ", line " + object.line());
    }

    Service service(List<String> aliases) {
        Replicas replicas = Replicas.of(object);
        findings.addAll(replicas.findings());
        note("replicas", replicas.note());
        Optional<PodContainer> app = workload.app();
        @Nullable
        String image = app.map(PodContainer::image).orElse(null);
        Resources resources = app.map(container -> resources("", container))
                .orElse(new Resources(null, null, false, false));
        Runtime runtime = Runtimes.of(image).orElse(null);
        note("runtime.language", "guessed from the image " + image);
        note("runtime.version", "guessed from the image " + image);
        Service service = new Service(workload.name(), aliases, null, object.kind(), object.namespace(), runtime,
                replicas.count(), resources.cpu(), resources.memory(), image(image), null, null, null, List.of(), null,
                replicas.load(), null, null, sidecars(), List.of(), List.of());
        return Claims.stamp(service, KubernetesReader.FORMAT, object.file(), notes);
    }

    private static @Nullable Image image(@Nullable String reference) {
        return reference == null
                ? null
                : new Image(reference, ImageReference.of(reference).digest(), null, null, List.of(), null, null, null);
    }

    private List<Sidecar> sidecars() {
        return workload.sidecars().stream().map(this::sidecar).toList();
    }

    private Sidecar sidecar(PodContainer container) {
        Resources resources = resources("sidecars." + container.name() + ".", container);
        String role = container.role().map(SidecarRole::word).orElse("other");
        if (container.role().isEmpty()) {
            findings.add(object.finding(Severity.INFO, "sidecar-role-unknown",
                    object.label() + ": " + container.label() + " is no helper we know; it is kept as a sidecar beside "
                            + workload.app().map(PodContainer::name).orElse("the application") + ".",
                    "If it is an application of its own, add it as a service."));
        }
        return new Sidecar(container.name(), role, container.kind() == PodContainer.Kind.NATIVE_SIDECAR,
                container.image(), resources.cpu(), resources.memory());
    }

    private Resources resources(String prefix, PodContainer container) {
        Resources resources = Resources.of(object, container);
        byLimit(prefix + "cpu.request", resources.cpuByLimit(), container);
        byLimit(prefix + "memory.request", resources.memoryByLimit(), container);
        if (resources.saysNothing()) {
            findings.add(object.finding(Severity.INFO, "no-requests", object.label() + ": " + container.label()
                    + " declares neither requests nor limits; the default of the catalogue is used.", null));
        }
        return resources;
    }

    private void byLimit(String field, boolean byLimit, PodContainer container) {
        if (byLimit) {
            note(field, "no request declared: the limit, as Kubernetes takes it");
            findings.add(object.finding(Severity.INFO, "request-from-limit", object.label() + ": " + container.label()
                    + " declares no " + (field.endsWith("cpu.request") ? "CPU" : "memory")
                    + " request; its limit is used, as Kubernetes does.", null));
        }
    }

    private void note(String field, String note) {
        notes.put(field, note + "; " + notes.get(""));
    }

    List<Finding> findings() {
        return findings;
    }
}
