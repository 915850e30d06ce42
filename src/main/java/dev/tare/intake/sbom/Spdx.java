package dev.tare.intake.sbom;

import dev.tare.intake.sbom.Bill.Subject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.spdx.core.InvalidSPDXAnalysisException;
import org.spdx.jacksonstore.MultiFormatStore;
import org.spdx.library.SpdxModelFactory;
import org.spdx.library.model.v2.ExternalRef;
import org.spdx.library.model.v2.SpdxConstantsCompatV2;
import org.spdx.library.model.v2.SpdxDocument;
import org.spdx.library.model.v2.SpdxElement;
import org.spdx.library.model.v2.SpdxPackage;
import org.spdx.storage.ISerializableModelStore;
import org.spdx.storage.simple.InMemSpdxStore;
import org.spdx.tagvaluestore.TagValueStore;

/** Takes what an SPDX 2 document says. */
final class Spdx {
    private static final String FORMAT = "spdx";

    static {
        // The library would fetch its list of licences from the web at the first expression it meets.
        System.setProperty("org.spdx.useJARLicenseInfoOnly", "true");
        SpdxModelFactory.init();
    }

    private Spdx() {}

    static Bill read(String file, byte[] bytes, Kind kind, String fallback)
            throws InvalidSPDXAnalysisException, IOException {
        ISerializableModelStore store = store(kind);
        if (!(store.deSerialize(new ByteArrayInputStream(bytes), false) instanceof SpdxDocument document)) {
            throw new InvalidSPDXAnalysisException("no document");
        }
        List<SpdxPackage> packages = new ArrayList<>();
        try (Stream<?> all = SpdxModelFactory.getSpdxObjects(store, null, SpdxConstantsCompatV2.CLASS_SPDX_PACKAGE,
                document.getDocumentUri() + "#", null)) {
            all.forEach(one -> packages.add((SpdxPackage) one));
        }
        return bill(file, document, packages, fallback);
    }

    private static ISerializableModelStore store(Kind kind) {
        return switch (kind) {
            case SPDX_TAGS -> new TagValueStore(new InMemSpdxStore());
            case SPDX_YAML -> new MultiFormatStore(new InMemSpdxStore(), MultiFormatStore.Format.YAML);
            case SPDX_XML -> new MultiFormatStore(new InMemSpdxStore(), MultiFormatStore.Format.XML);
            default -> new MultiFormatStore(new InMemSpdxStore(), MultiFormatStore.Format.JSON);
        };
    }

    private static Bill bill(String file, SpdxDocument document, List<SpdxPackage> packages, String fallback)
            throws InvalidSPDXAnalysisException {
        List<SpdxPackage> described = described(document, packages);
        Set<String> subjects = new HashSet<>(described.stream().map(SpdxPackage::getObjectUri).toList());
        List<String> components = new ArrayList<>();
        for (SpdxPackage one : packages) {
            if (!subjects.contains(one.getObjectUri())) {
                components.add(Bill.component(group(one), one.getName().orElse(""), one.getVersionInfo().orElse(null)));
            }
        }
        Subject subject = described.size() == 1
                ? subject(described.getFirst())
                : new Subject("", fallback, List.of(), null);
        int images = subject.images().isEmpty() ? 0 : 1;
        return new Bill(FORMAT, file, document.getSpecVersion().replace("SPDX-", ""), subject, packages.size() - images,
                components.stream().distinct().toList(), null, Map.of(), List.of());
    }

    private static List<SpdxPackage> described(SpdxDocument document, List<SpdxPackage> packages)
            throws InvalidSPDXAnalysisException {
        Set<String> uris = new HashSet<>();
        for (SpdxElement element : document.getDocumentDescribes()) {
            uris.add(element.getObjectUri());
        }
        return packages.stream().filter(one -> uris.contains(one.getObjectUri())).toList();
    }

    private static Subject subject(SpdxPackage described) throws InvalidSPDXAnalysisException {
        String name = described.getName().orElse("");
        String version = described.getVersionInfo().orElse(null);
        Optional<String> url = purl(described);
        boolean image = url.filter(text -> text.startsWith("pkg:oci/") || text.startsWith("pkg:docker/")).isPresent()
                || described.getPrimaryPurpose().filter(purpose -> purpose.toString().equals("CONTAINER")).isPresent();
        String digest = Stream.of(Optional.ofNullable(version), url).flatMap(Optional::stream)
                .flatMap(text -> Digests.in(text).stream()).findFirst().orElse(null);
        return new Subject(described.getId(), name, image ? Bill.imageNames(name, version) : List.of(),
                image ? digest : null);
    }

    /** The group of a package by its package URL: {@code pkg:maven/org.example/name@1}. */
    private static @Nullable String group(SpdxPackage one) throws InvalidSPDXAnalysisException {
        String path = purl(one).map(url -> url.replaceFirst("^pkg:[^/]+/", "").replaceFirst("[@?#].*$", "")).orElse("");
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? null : path.substring(0, slash).replace("%40", "@");
    }

    private static Optional<String> purl(SpdxPackage one) throws InvalidSPDXAnalysisException {
        for (ExternalRef reference : one.getExternalRefs()) {
            if (reference.getReferenceLocator().startsWith("pkg:")) {
                return Optional.of(reference.getReferenceLocator());
            }
        }
        return Optional.empty();
    }
}
