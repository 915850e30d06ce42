package dev.tare.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Inventories that others published. They are not part of this repository: put them, or a link to them, at
 * {@code ../shared/estates} or name the folder in {@code SHARED_ESTATES}.
 */
public final class SharedEstates {
    public static final Path ROOT = Path
            .of(Objects.requireNonNullElse(System.getenv("SHARED_ESTATES"), "../shared/estates"));

    private SharedEstates() {}

    public static boolean present() {
        boolean there = Files.isDirectory(ROOT);
        if (!there) {
            System.out.println("Skipped: no published inventories at " + ROOT.toAbsolutePath().normalize());
        }
        return there;
    }

    /** All that is there, behind links too. */
    public static Stream<Path> walk() throws IOException {
        return Files.walk(ROOT, FileVisitOption.FOLLOW_LINKS);
    }

    public static Upload upload(Path file) {
        try {
            return Upload.of(file.getFileName().toString(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The truth files that speak of a format; one name to skip by when there are none. */
    public static Stream<String> truths(String format) {
        if (!Files.isDirectory(ROOT)) {
            return Stream.of("none");
        }
        try (Stream<Path> files = walk()) {
            return files.filter(file -> file.getFileName().toString().matches("truth.*\\.json|.*\\.truth\\.json"))
                    .map(file -> ROOT.relativize(file).toString())
                    .filter(file -> format.equals(json(file).path("format").asString(null))).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the inventories as JSON. */
    public static JsonNode json(String file) {
        return JsonMapper.shared().readTree(ROOT.resolve(file).toFile());
    }

    /** The files a truth file speaks of: those named, else the one of its own name. */
    public static List<Upload> inputs(String truthFile, Map<String, List<String>> named) {
        Path truth = ROOT.resolve(truthFile);
        return named.getOrDefault(truthFile, List.of(truth.getFileName().toString().replace(".truth.json", ".yaml")))
                .stream().map(name -> upload(truth.resolveSibling(name))).toList();
    }

    /** What part of a number was found and is right; 1 where there was nothing to find. */
    public static double share(Set<String> found, Collection<String> required, int of) {
        TreeSet<String> right = new TreeSet<>(found);
        right.retainAll(required);
        return of == 0 ? 1 : (double) right.size() / of;
    }
}
