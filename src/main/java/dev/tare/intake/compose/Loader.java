package dev.tare.intake.compose;

import dev.tare.intake.Documents;
import dev.tare.intake.FileRead;
import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.ImportFailed;
import dev.tare.intake.Upload;
import dev.tare.intake.tree.Tree;
import dev.tare.intake.tree.Tree.Mapping;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads Compose files with everything they draw in: {@code include}, {@code extends}, the {@code .env} beside them. */
final class Loader {
    private static final int MAX_LOADS = 1_000;

    private final Bundle bundle;
    private final Map<String, List<Tree>> documents = new HashMap<>();
    private final Map<String, List<Tree>> filled = new HashMap<>();
    private final Map<String, FileRead> read = new LinkedHashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private int loads;

    Loader(Bundle bundle) {
        this.bundle = bundle;
    }

    /** The documents of a file as they stand; each must be a mapping. */
    List<Tree> documents(Upload file) {
        return documents.computeIfAbsent(file.name(), name -> parse(file));
    }

    private static List<Tree> parse(Upload file) {
        List<Tree> documents = Documents.read(file).stream().filter(document -> !document.isNothing()).toList();
        for (Tree document : documents) {
            mapping(file.name(), document, "", "a Compose file: a mapping with services");
            mapping(file.name(), document.at("services"), "services", "services by name");
            document.at("services").entries().forEach(
                    (name, service) -> mapping(file.name(), service, "services." + name, "a service's settings"));
        }
        return documents;
    }

    private static void mapping(String file, Tree tree, String path, String expected) {
        if (!(tree instanceof Mapping) && !tree.isNothing() && tree.tag() == null) {
            throw ImportFailed.at(file, tree.line(), path.isEmpty() ? null : path, expected,
                    tree instanceof Tree.Sequence ? "a list" : "\"" + tree.value().orElse("") + "\"");
        }
    }

    /** One project: its files laid over each other in their order. */
    Model project(List<Upload> files, Map<String, String> outer) {
        Model model = new Model();
        for (Upload file : files) {
            if (++loads > MAX_LOADS) {
                throw ImportFailed.at(file.name(), null, "include", "at most " + MAX_LOADS + " files drawn in", "more");
            }
            load(model, file, variables(Bundle.folder(file.name()), outer));
        }
        return model;
    }

    /** What may be filled in: from outside first, then from the {@code .env} in the same folder. */
    private Map<String, String> variables(String folder, Map<String, String> outer) {
        Map<String, String> values = new HashMap<>();
        bundle.find(folder, ".env").ifPresent(file -> values.putAll(env(file)));
        values.putAll(outer);
        return values;
    }

    Map<String, String> env(Upload file) {
        Map<String, String> values = EnvFile.read(file);
        read.put(file.name(), new FileRead(file.name(), ComposeReader.FORMAT, values.size()));
        return values;
    }

    private void load(Model model, Upload file, Map<String, String> variables) {
        Interpolation interpolation = new Interpolation(variables);
        int services = 0;
        open.push(file.name());
        for (Tree document : documents(file)) {
            Tree whole = new Forms(file.name(), interpolation).of(document);
            services += whole.at("services").entries().size();
            include(model, file, whole.at("include"), variables);
            model.add(file.name(), new Extends(this, bundle, model, file.name(), whole, variables).resolved());
        }
        open.pop();
        model.missing().addAll(interpolation.missing());
        read.put(file.name(), new FileRead(file.name(), ComposeReader.FORMAT, services));
    }

    /** The documents of a file that others extend, filled in. */
    List<Tree> filled(Upload file, Map<String, String> variables) {
        return filled.computeIfAbsent(file.name(), name -> {
            Forms forms = new Forms(name, new Interpolation(variables(Bundle.folder(name), variables)));
            List<Tree> whole = documents(file).stream().map(forms::of).toList();
            int services = whole.stream().mapToInt(document -> document.at("services").entries().size()).sum();
            read.putIfAbsent(name, new FileRead(name, ComposeReader.FORMAT, services));
            return whole;
        });
    }

    private void include(Model model, Upload file, Tree include, Map<String, String> variables) {
        for (Tree entry : include.items()) {
            List<Upload> included = new ArrayList<>();
            for (String path : paths(entry instanceof Mapping ? entry.at("path") : entry)) {
                drawnIn(model, file, entry, path).ifPresent(included::add);
            }
            Map<String, String> outer = new HashMap<>();
            paths(entry.at("env_file")).forEach(path -> bundle.find(Bundle.folder(file.name()), path)
                    .ifPresent(env -> outer.putAll(env(env))));
            outer.putAll(variables);
            model.include(project(included, outer));
        }
    }

    private Optional<Upload> drawnIn(Model model, Upload file, Tree entry, String path) {
        Optional<Upload> found = bundle.find(file.name(), Bundle.folder(file.name()), path);
        if (found.isEmpty()) {
            model.findings().add(missing(file.name(), entry, "include", path));
        } else if (open.contains(found.get().name())) {
            model.findings().add(Finding.of(Severity.WARNING, "include-cycle",
                    file.name() + " includes " + path + ", which is being read already; it is read once.",
                    "Compose itself refuses files that include themselves.").at(file.name(), entry.line(), "include"));
            return Optional.empty();
        }
        return found;
    }

    static Finding missing(String file, Tree at, String key, @Nullable String path) {
        return Finding.of(Severity.WARNING, "file-missing",
                file + " draws in " + path + ", which is not among the files; what it declares is not read.",
                "Import that file together with these.").at(file, at.line(), key);
    }

    static List<String> paths(Tree tree) {
        return Stream.concat(tree.value().stream(), tree.items().stream().flatMap(Loader::path)).toList();
    }

    private static Stream<String> path(Tree item) {
        return item.value().or(() -> item.value("path")).stream();
    }

    /** Every file that was read, and how many services or variables it holds. */
    List<FileRead> read() {
        return List.copyOf(read.values());
    }
}
