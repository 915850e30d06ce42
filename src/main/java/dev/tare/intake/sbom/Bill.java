package dev.tare.intake.sbom;

import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Image;
import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.intake.Claims;
import dev.tare.intake.Images;
import dev.tare.intake.container.ImageReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a bill of materials says.
 *
 * @param format          of the bill, as provenance names it
 * @param version         of that format
 * @param subject         what it is a bill of
 * @param packages        how many packages it lists
 * @param components      those packages as {@code group/name@version}
 * @param vulnerabilities known ones it lists; absent where it lists none
 * @param services        the services it describes, by their references in the bill
 * @param edges           who depends on whom, by those references
 */
record Bill(String format, String file, String version, Subject subject, int packages, List<String> components,
        @Nullable Integer vulnerabilities, Map<String, String> services, List<Edge> edges) {

    /**
     * What a bill is of.
     *
     * @param reference in the bill
     * @param images    names it goes by as an image; none for what is no image
     */
    record Subject(String reference, String name, List<String> images, @Nullable String digest) {}

    /** One needs the other. */
    record Edge(String from, String to) {}

    /** The services this describes, and the subject as an image that finds its services. */
    List<Service> drafts() {
        List<Service> drafts = new ArrayList<>();
        services.forEach((reference, name) -> drafts.add(Claims.stamp(new Service(name,
                reference.equals(name) || reference.isEmpty() ? List.of() : List.of(reference), null, null, null, null,
                null, null, null, null, null, null, null, List.of(), null, null, null, null, List.of(), List.of(),
                List.of()), format, file, Map.of("", "service of " + format + " " + version))));
        if (packages > 0 || services.isEmpty()) {
            drafts.add(image());
        }
        return drafts;
    }

    private Service image() {
        String first = subject.images().isEmpty() ? null : subject.images().getFirst();
        Image image = new Image(first, subject.digest(), null, null, List.of(), null, packages, vulnerabilities,
                components);
        List<String> others = subject.images().stream().skip(1).toList();
        String name = first == null ? subject.name() : ImageReference.of(first).name();
        return Claims.stamp(Images.draft(name, others, image), format, file,
                Map.of("", format + " " + version + " of " + subject.name()));
    }

    /** A dependency between two services is a call: a library is no service here. */
    List<Call> calls() {
        return edges.stream().filter(edge -> services.containsKey(edge.from()) && services.containsKey(edge.to()))
                .filter(edge -> !edge.from().equals(edge.to())).distinct()
                .map(edge -> new Call(name(edge.from()), name(edge.to()), "call", null, null, null, null, null, null,
                        null, List.of(new Provenance(format, file, "dependency " + edge.from() + " → " + edge.to()))))
                .toList();
    }

    private String name(String reference) {
        return services.getOrDefault(reference, reference);
    }

    /** A package in one line. */
    static String component(@Nullable String group, String name, @Nullable String version) {
        String whole = group == null || group.isBlank() ? name : group.strip() + "/" + name;
        return version == null || version.isBlank() ? whole : whole + "@" + version.strip();
    }

    /** The names of an image: with its tag, where the tag stands apart, and by its digest. */
    static List<String> imageNames(String name, @Nullable String version) {
        ImageReference reference = ImageReference.of(name);
        boolean tagged = reference.tag() != null || reference.digest() != null || version == null || version.isBlank();
        String separator = version != null && version.startsWith("sha256:") ? "@" : ":";
        return tagged ? List.of(name) : Stream.of(name + separator + version).toList();
    }
}
