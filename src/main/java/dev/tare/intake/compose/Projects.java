package dev.tare.intake.compose;

import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.ImportFailed;
import dev.tare.intake.Upload;
import dev.tare.intake.tree.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Tells which files make one project: those of one folder, unless they name different projects or draw each other in. */
final class Projects {
    private static final int NAMED = 5;

    private final Bundle bundle;
    private final Loader loader;

    Projects(Bundle bundle, Loader loader) {
        this.bundle = bundle;
        this.loader = loader;
    }

    List<Project> all() {
        List<Upload> files = bundle.composeFiles();
        if (files.isEmpty()) {
            throw ImportFailed.at(bundle.envFiles().getFirst().name(), null, null, "a Compose file beside it", "none");
        }
        Set<Upload> drawnIn = new HashSet<>();
        files.forEach(file -> loader.documents(file).stream().flatMap(Projects::drawn)
                .forEach(path -> bundle.find(Bundle.folder(file.name()), path)
                        .filter(other -> !other.name().equals(file.name())).ifPresent(drawnIn::add)));
        List<Upload> roots = files.stream().filter(file -> !drawnIn.contains(file)).toList();
        return grouped(roots.isEmpty() ? files : roots).values().stream().map(this::project).toList();
    }

    private static Stream<String> drawn(Tree document) {
        Stream<String> included = document.at("include").items().stream()
                .flatMap(entry -> Loader.paths(entry instanceof Tree.Mapping ? entry.at("path") : entry).stream());
        return Stream.concat(included, document.at("services").entries().values().stream()
                .flatMap(service -> service.value("extends", "file").stream()));
    }

    private Map<String, List<Upload>> grouped(List<Upload> roots) {
        Map<String, String> firstNames = new LinkedHashMap<>();
        roots.forEach(file -> name(file).forEach(
                name -> firstNames.putIfAbsent(Bundle.folder(file.name()), name)));
        Map<String, List<Upload>> groups = new LinkedHashMap<>();
        for (Upload file : roots) {
            String folder = Bundle.folder(file.name());
            String name = name(file).findFirst().orElse(firstNames.getOrDefault(folder, ""));
            groups.computeIfAbsent(folder + "|" + name, key -> new ArrayList<>()).add(file);
        }
        groups.values().forEach(group -> group.sort(Comparator.comparingInt(Projects::rank)));
        return groups;
    }

    private Stream<String> name(Upload file) {
        return loader.documents(file).stream().flatMap(document -> document.value("name").stream());
    }

    /** The usual order: the main file, its override, then whatever else. */
    private static int rank(Upload file) {
        String name = Bundle.base(file.name());
        if (name.matches("(?:docker-)?compose\\.ya?ml")) {
            return 0;
        }
        return name.contains(".override.") ? 1 : 2;
    }

    private Project project(List<Upload> files) {
        Model model = loader.project(files, Map.of());
        if (files.size() > 1) {
            List<String> names = files.stream().map(Upload::name).toList();
            model.findings().add(Finding.of(Severity.INFO, "files-merged",
                    "Read as one project, later files over earlier ones: " + String.join(", ",
                            names.subList(0, Math.min(NAMED, names.size()))) + (names.size() > NAMED ? ", …" : "")
                            + ".",
                    "Import only the files that run together."));
        }
        String folder = Bundle.folder(files.getFirst().name());
        String name = folder.isEmpty()
                ? Bundle.base(files.getFirst().name()).replaceAll("\\.ya?ml$", "")
                : Bundle.base(
                        folder);
        return Project.of(name, model);
    }
}
