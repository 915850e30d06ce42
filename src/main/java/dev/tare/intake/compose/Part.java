package dev.tare.intake.compose;

import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.ImportFailed;
import dev.tare.intake.tree.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One service of a Compose project.
 *
 * @param key  its name in the files
 * @param home the service whose network it shares; its own key when it has its own
 */
record Part(Model model, String key, Tree spec, String home) {
    @Nullable
    String image() {
        return spec.value("image").orElse(null);
    }

    String file() {
        return model.declaring(key);
    }

    /** Whether it runs in the network of another service. */
    boolean isBeside() {
        return !home.equals(key);
    }

    /** Every name that leads to it inside the project. */
    List<String> hosts() {
        List<String> hosts = new ArrayList<>(List.of(key, "tasks." + key));
        spec.value("container_name").ifPresent(hosts::add);
        spec.value("hostname").ifPresent(hosts::add);
        spec.at("networks").entries().forEach((network, settings) -> {
            hosts.add(key + "." + network);
            settings.at("aliases").items().forEach(alias -> alias.value().ifPresent(hosts::add));
        });
        return hosts;
    }

    /** Links to others: the name they are given here, and the service behind it. */
    Map<String, String> links() {
        Map<String, String> links = new LinkedHashMap<>();
        spec.at("links").items().forEach(link -> link.value().ifPresent(text -> {
            int colon = text.indexOf(':');
            links.put(colon < 0 ? text : text.substring(colon + 1), colon < 0 ? text : text.substring(0, colon));
        }));
        return links;
    }

    /** Entrypoint and command, one after the other, as lists or as single lines. */
    List<String> command() {
        return Stream.of("entrypoint", "command").map(spec::at).flatMap(Tree::scalars)
                .filter(word -> !word.isNothing()).map(Tree.Scalar::text).toList();
    }

    /** The port numbers inside the container that the files speak of. */
    List<String> ports() {
        return Stream.concat(spec.at("expose").items().stream().flatMap(port -> port.value().stream()),
                Published.of(spec).stream().map(Published::target)).map(port -> port.replaceAll("/.*", "")).toList();
    }

    Finding finding(Severity severity, String code, String message, @Nullable String action) {
        return Finding.of(severity, code, message, action).at(file(), spec.line(), "services." + key);
    }

    ImportFailed wrong(Tree place, String path, String expected) {
        return ImportFailed.at(model.file(place, key), place.line(), "services." + key + "." + path, expected,
                "\"" + place.value().orElse("a list or mapping") + "\"");
    }

    Optional<String> text(String... path) {
        return spec.value(path);
    }

    /** Each is one of its kind: comparing what it declares would be costly and would say nothing. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
