package dev.tare.intake;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Image;
import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.container.ImageReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives what files say of images to the services that run them. A reader drafts an image as a service of kind
 * {@code image}; here it is joined, by its reference or digest, to every service with that image. Where an estate has no
 * services yet, images stay services of their own.
 */
public final class Images {
    /** The kind of what stands for an image in a draft. */
    public static final String KIND = "image";

    private static final int NAMED = 8;

    /** A draft whose images have found their services, and what is to be said about the others. */
    record Joined(EstateDocument document, List<Finding> findings) {}

    private final Running drafted = new Running();
    private final Map<String, Service> facts = new LinkedHashMap<>();
    private final Running elsewhere = new Running();
    private final List<Service> alone = new ArrayList<>();

    private Images(List<Service> current, List<Service> plain) {
        plain.forEach(drafted::put);
        Set<String> met = new HashSet<>(SameService.names(current, plain).values());
        current.stream().filter(service -> !isImage(service) && !met.contains(service.name())).forEach(elsewhere::put);
    }

    /** An image as readers draft it; {@code aliases} are its other references. */
    public static Service draft(String name, List<String> aliases, Image image) {
        return new Service(name, aliases, null, KIND, null, null, null, null, null, image, null, null, null, List.of(),
                null, null, null, null, List.of(), List.of(), List.of());
    }

    /** Whether it stands for an image. */
    static boolean isImage(Service service) {
        return KIND.equals(service.kind());
    }

    /** The draft with every image given to the services that run it, in the estate or in the draft. */
    static Joined into(EstateDocument current, EstateDocument draft) {
        List<Service> images = draft.services().stream().filter(Images::isImage).toList();
        if (images.isEmpty()) {
            return new Joined(draft, List.of());
        }
        Images join = new Images(current.services(),
                draft.services().stream().filter(service -> !isImage(service)).toList());
        images.forEach(join::place);
        boolean nothingRuns = join.drafted.isEmpty() && join.elsewhere.isEmpty();
        List<Service> services = Stream.of(join.drafted.all(), join.facts.values().stream(),
                nothingRuns ? join.alone.stream() : Stream.<Service>empty()).flatMap(one -> one).toList();
        return new Joined(draft.withServices(services), nothingRuns ? List.of() : unused(join.alone));
    }

    private static List<Finding> unused(List<Service> images) {
        if (images.isEmpty()) {
            return List.of();
        }
        List<String> names = images.stream().map(Images::label).distinct().toList();
        return List.of(Finding.of(Severity.WARNING, "image-not-used",
                "No service runs " + String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                        + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "")
                        + ": what the files say of " + (names.size() == 1 ? "it" : "them") + " was left out.",
                "Name the image on the service that runs it, or call the service so, then import again."));
    }

    static String label(Service image) {
        String reference = reference(image);
        return reference == null ? image.name() : reference;
    }

    private void place(Service image) {
        List<Service> here = drafted.near(image).stream().filter(service -> runs(service, image)).toList();
        List<Service> there = elsewhere.near(image).stream().filter(service -> runs(service, image)).toList();
        here.forEach(service -> drafted.put(join(service, about(image, service.name()))));
        there.forEach(service -> facts.merge(service.name(), about(image, service.name()), Images::join));
        if (here.isEmpty() && there.isEmpty()) {
            alone.add(image);
        }
    }

    private static Service join(Service service, Service about) {
        return new FieldMerge(service, service.provenance(), about, about.provenance()).as(Service.class,
                service.aliases());
    }

    /** What is said of the image, as if it were said of the service. */
    private static Service about(Service image, String service) {
        Image said = Objects.requireNonNull(image.image());
        List<Provenance> claims = image.provenance().stream().filter(claim -> Stream.of("name", "kind",
                "image.reference").noneMatch(field -> Claims.isAbout(claim, List.of(field)))).toList();
        return Service.named(service).withImage(said.withReference(null), claims);
    }

    static @Nullable String reference(Service service) {
        return service.image() == null ? null : service.image().reference();
    }

    private static boolean runs(Service service, Service image) {
        Image said = image.image();
        if (said == null) {
            return false;
        }
        String digest = service.image() == null ? null : service.image().digest();
        if (digest != null && digest.equals(said.digest())) {
            return true;
        }
        String reference = reference(service);
        if (reference(image) == null) {
            return Stream.concat(Stream.of(service.name()), service.aliases().stream())
                    .anyMatch(image.name()::equalsIgnoreCase)
                    || reference != null && ImageReference.of(reference).name().equals(image.name());
        }
        return reference != null && Stream.concat(Stream.of(label(image)), image.aliases().stream())
                .anyMatch(other -> ImageReference.of(other).isSameAs(ImageReference.of(reference)));
    }
}
