package dev.tare.intake.compose;

import dev.tare.intake.Upload;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that came together, found by the paths they name each other by. */
final class Bundle {
    private final Map<String, Upload> files = new LinkedHashMap<>();

    Bundle(List<Upload> uploads) {
        uploads.forEach(upload -> files.putIfAbsent(upload.name(), upload));
    }

    List<Upload> envFiles() {
        return files.values().stream().filter(EnvFile::isNamedSo).toList();
    }

    List<Upload> composeFiles() {
        return files.values().stream().filter(file -> !EnvFile.isNamedSo(file)).toList();
    }

    /** The folder a file lies in; empty at the top. */
    static String folder(String file) {
        int slash = file.lastIndexOf('/');
        return slash < 0 ? "" : file.substring(0, slash);
    }

    static String base(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /**
     * The file at a path seen from a folder. Browsers send files without their folders: then the only one of that name
     * is meant.
     */
    Optional<Upload> find(String folder, String path) {
        String wanted = normal(path.startsWith("/") ? path : folder + "/" + path);
        Upload exact = files.get(wanted);
        if (exact != null) {
            return Optional.of(exact);
        }
        List<Upload> namesakes = files.values().stream().filter(file -> base(file.name()).equals(base(wanted)))
                .toList();
        return namesakes.size() == 1 ? Optional.of(namesakes.getFirst()) : Optional.empty();
    }

    /**
     * The file that another one draws in. One that merely has the asking file's name is another, which did not come
     * along; only its very path leads a file to itself.
     */
    Optional<Upload> find(String asking, String folder, String path) {
        return find(folder, path).filter(found -> !found.name().equals(asking)
                || normal(path.startsWith("/") ? path : folder + "/" + path).equals(normal(asking)));
    }

    /** A path without {@code .} and {@code ..}; steps above the top are left out. */
    private static String normal(String path) {
        Deque<String> steps = new ArrayDeque<>();
        for (String step : path.replace('\\', '/').split("/")) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", new ArrayList<>(steps));
    }
}
