package dev.tare.intake.compose;

import dev.tare.estate.EstateDocument.Image;
import dev.tare.estate.EstateDocument.Load;
import dev.tare.estate.EstateDocument.Resource;
import dev.tare.estate.EstateDocument.Runtime;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Sidecar;
import dev.tare.intake.Claims;
import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.container.ImageReference;
import dev.tare.intake.container.Runtimes;
import dev.tare.intake.container.SidecarRole;
import dev.tare.intake.tree.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One service of a project as a service of the estate; what shares its network are its sidecars. */
final class ServiceDraft {
    private final Part part;
    private final List<Part> beside;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> notes = new HashMap<>();

    ServiceDraft(Part part, List<Part> beside) {
        this.part = part;
        this.beside = beside;
        notes.put("", "service " + part.key() + ", line " + part.spec().line());
    }

    Service service(String name) {
        profiles();
        String image = part.image();
        Double replicas = replicas();
        Runtime runtime = Runtimes.of(image).orElse(null);
        note("runtime.language", "guessed from the image " + image);
        note("runtime.version", "guessed from the image " + image);
        Service service = new Service(name, aliases(name), null, null, null, runtime, replicas, cpu(part),
                memory(part), image(image), null, null, null, List.of(), null, load(), null, null,
                beside.stream().map(this::sidecar).toList(), List.of(), List.of());
        return Claims.stamp(service, ComposeReader.FORMAT, part.file(), notes);
    }

    private void note(String field, String note) {
        notes.put(field, note + "; " + notes.get(""));
    }

    /** Other names of the service itself; those of its networks are only good inside them. */
    private List<String> aliases(String name) {
        return part.text("container_name").filter(other -> !other.equals(name)).stream().toList();
    }

    private @Nullable Image image(@Nullable String reference) {
        if (reference == null) {
            if (part.spec().at("build").isNothing()) {
                findings.add(
                        part.finding(Severity.INFO, "no-image", part.key() + " names neither an image nor a build.",
                                "Import the file that declares it together with this one."));
            }
            return null;
        }
        return new Image(reference, ImageReference.of(reference).digest(), null, null, List.of(), null, null, null);
    }

    private void profiles() {
        List<String> profiles = Loader.paths(part.spec().at("profiles"));
        if (!profiles.isEmpty()) {
            findings.add(part.finding(Severity.INFO, "profile", part.key() + " starts only with the profile "
                    + String.join(" or ", profiles) + "; it is counted.",
                    "Delete the service if it does not run where this estate runs."));
        }
    }

    private boolean isOnEachNode() {
        return part.text("deploy", "mode").filter(mode -> mode.startsWith("global")).isPresent();
    }

    private @Nullable Double replicas() {
        if (isOnEachNode()) {
            findings.add(part.finding(Severity.INFO, "one-per-node", part.key()
                    + " runs once on every node; how many there are is not in the file.",
                    "Its copies follow the nodes of the shape it is weighed in."));
            return null;
        }
        for (String[] path : List.of(new String[]{ "deploy", "replicas" }, new String[]{ "scale" })) {
            Optional<String> written = part.text(path);
            if (written.isPresent()) {
                note("replicas", "declared");
                return whole(part.spec().at(path), String.join(".", path), written.get());
            }
        }
        note("replicas", "none declared: the default of Compose");
        return 1.0;
    }

    private Double whole(Tree place, String path, String written) {
        if (!written.matches("\\d{1,9}")) {
            throw part.wrong(place, path, "a whole number");
        }
        return Double.valueOf(written);
    }

    private @Nullable Load load() {
        return part.text("deploy", "mode").filter(mode -> mode.endsWith("-job"))
                .map(mode -> new Load("scheduled", null))
                .orElse(null);
    }

    private Sidecar sidecar(Part helper) {
        Optional<SidecarRole> role = SidecarRole.of(helper.key(), helper.image());
        findings.add(helper.finding(Severity.INFO, role.isPresent() ? "sidecar" : "sidecar-role-unknown",
                helper.key() + " shares the network of " + part.key() + " and is kept as its sidecar.",
                role.isPresent() ? null : "If it is an application of its own, add it as a service."));
        return new Sidecar(helper.key(), role.map(SidecarRole::word).orElse("other"), false, helper.image(),
                cpu(helper), memory(helper));
    }

    private static @Nullable Resource cpu(Part of) {
        return resource(quantity(of, Sizes::cpus, "a number of CPUs such as 0.5", "deploy", "resources",
                "reservations", "cpus"),
                first(quantity(of, Sizes::cpus, "a number of CPUs such as 0.5", "deploy", "resources", "limits",
                        "cpus"), quantity(of, Sizes::cpus, "a number of CPUs such as 0.5", "cpus")));
    }

    private static @Nullable Resource memory(Part of) {
        String expected = "a size such as 512m or 1.5g";
        return resource(
                first(quantity(of, Sizes::bytes, expected, "deploy", "resources", "reservations", "memory"),
                        quantity(of, Sizes::bytes, expected, "mem_reservation")),
                first(quantity(of, Sizes::bytes, expected, "deploy", "resources", "limits", "memory"),
                        quantity(of, Sizes::bytes, expected, "mem_limit")));
    }

    private static @Nullable Double first(@Nullable Double one, @Nullable Double other) {
        return one == null ? other : one;
    }

    /** Docker sets nothing aside for a limit: it stays a limit, and no request is made up. */
    private static @Nullable Resource resource(@Nullable Double request, @Nullable Double limit) {
        return request == null && limit == null ? null : new Resource(request, limit, null);
    }

    private static @Nullable Double quantity(Part of, Function<String, OptionalDouble> parse, String expected,
            String... path) {
        Tree place = of.spec().at(path);
        Optional<String> written = place.value().filter(text -> !text.isBlank());
        if (written.isEmpty()) {
            return null;
        }
        OptionalDouble number = parse.apply(written.get());
        if (number.isEmpty()) {
            throw of.wrong(place, String.join(".", path), expected);
        }
        return number.getAsDouble();
    }

    List<Finding> findings() {
        return findings;
    }
}
