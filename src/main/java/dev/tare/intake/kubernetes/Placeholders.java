package dev.tare.intake.kubernetes;

import dev.tare.intake.ImportFailed;
import dev.tare.intake.tree.Tree;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells templates that were not rendered from manifests. Text that breaks a file and holds template actions is a
 * template; so is an action of Helm where a name, image, number or setting should stand. Actions inside configuration
 * data, annotations or commands belong to the programs that read those, and are left alone.
 */
final class Placeholders {
    private static final Pattern HELM = Pattern
            .compile("\\{\\{-?\\s*(?:/\\*|\\$|\\.(?:Values|Release|Chart|Capabilities"
                    + "|Files|Template|Subcharts)\\b|\\(|(?:include|template|define|block|if|else|end|range|with|toYaml|tpl"
                    + "|required|default|printf|quote|lookup|fail|not|and|or|eq)\\b)");
    private static final Pattern ANY = Pattern.compile("\\{\\{|<%|\\{%");
    private static final int NEAR = 2;

    private Placeholders() {}

    /** The refusal to give for text that does not parse: the template action in it, when there is one. */
    static ImportFailed insteadOf(ImportFailed broken, String file, String text) {
        List<String> lines = text.lines().toList();
        int at = Objects.requireNonNullElse(broken.problems().getFirst().line(), 0);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean near = Math.abs(i + 1 - at) <= NEAR && ANY.matcher(line).find();
            if (!line.stripLeading().startsWith("#") && (near || HELM.matcher(line).find())) {
                return unrendered(file, i + 1, line.strip());
            }
        }
        return broken;
    }

    /** Refuses an object whose own fields are still template actions of Helm. */
    static void refuse(KubeObject object) {
        Optional<Tree.Scalar> action = fields(object).filter(field -> HELM.matcher(field.text()).find()).findFirst();
        if (action.isPresent()) {
            throw unrendered(object.file(), action.get().line(), action.get().text());
        }
    }

    /** Whether a name still holds a place to be filled in, of whatever tool. */
    static boolean in(String name) {
        return ANY.matcher(name).find();
    }

    private static Stream<Tree.Scalar> fields(KubeObject object) {
        Tree template = PodTemplate.of(object);
        Stream<Tree> containers = Stream.of("initContainers", "containers")
                .flatMap(list -> template.at("spec", list).items().stream());
        Stream<Tree> ofContainers = containers.flatMap(container -> Stream.of(container.at("name"),
                container.at("image"), container.at("resources"), container.at("env"), container.at("envFrom")));
        return Stream.concat(Stream.of(object.at("kind"), object.at("metadata", "name"),
                object.at("metadata", "namespace"), object.at("metadata", "labels"), object.at("spec", "replicas"),
                object.at("spec", "selector"), object.at("spec", "type"), template.at("metadata", "labels")),
                ofContainers).flatMap(Tree::scalars);
    }

    private static ImportFailed unrendered(String file, int line, String action) {
        String shown = action.length() > 80 ? action.substring(0, 80) + "…" : action;
        return ImportFailed.at(file, line, null,
                "a rendered manifest: render it first with \"helm template\" (or your tool) and import its output",
                "a template action: " + shown);
    }
}
