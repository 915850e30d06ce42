package dev.tare.intake.compose;

import dev.tare.intake.ImportFailed;
import dev.tare.intake.Upload;
import dev.tare.intake.tree.Tree;
import dev.tare.intake.tree.Tree.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Gives services what the ones they extend declare, in the same file or in another. */
final class Extends {
    private static final int MAX_STEPS = 100;

    private final Loader loader;
    private final Bundle bundle;
    private final Model model;
    private final String file;
    private final Tree document;
    private final Map<String, String> variables;

    Extends(Loader loader, Bundle bundle, Model model, String file, Tree document, Map<String, String> variables) {
        this.loader = loader;
        this.bundle = bundle;
        this.model = model;
        this.file = file;
        this.document = document;
        this.variables = variables;
    }

    /** The document with every service complete. */
    Tree resolved() {
        if (document.at("services").entries().values().stream().allMatch(spec -> spec.at("extends").isNothing())) {
            return document;
        }
        Map<String, Tree> services = new LinkedHashMap<>();
        document.at("services").entries().forEach((name, spec) -> services.put(name, resolved(name, spec, 0)));
        return with(document, "services", new Mapping(services, document.at("services").line()));
    }

    private Tree resolved(String name, Tree spec, int steps) {
        Tree extended = spec.at("extends");
        Optional<String> service = extended.value().or(() -> extended.value("service"));
        if (service.isEmpty()) {
            return spec;
        }
        if (steps > MAX_STEPS) {
            throw ImportFailed.at(file, extended.line(), "services." + name + ".extends",
                    "a service that does not come back to itself", "more than " + MAX_STEPS + " services in a row");
        }
        return Overrides.merge(Overrides.clean(base(name, extended, service.get(), steps)),
                with(spec, "extends", Tree.NOTHING));
    }

    private Tree base(String name, Tree extended, String service, int steps) {
        Optional<String> path = extended.value("file");
        if (path.isEmpty()) {
            Tree here = document.at("services", service);
            Tree base = here.isNothing() ? model.merged().at("services", service) : here;
            return resolved(service, found(base, name, extended, service), steps + 1);
        }
        Optional<Upload> other = bundle.find(file, Bundle.folder(file), path.get());
        if (other.isEmpty()) {
            model.findings().add(Loader.missing(file, extended, "services." + name + ".extends", path.get()));
            return new Mapping(Map.of(), extended.line());
        }
        return elsewhere(other.get(), name, extended, service, steps);
    }

    private Tree elsewhere(Upload other, String name, Tree extended, String service, int steps) {
        for (Tree whole : loader.filled(other, variables)) {
            Tree base = whole.at("services", service);
            if (!base.isNothing()) {
                model.remember(other.name(), base);
                return new Extends(loader, bundle, model, other.name(), whole, variables)
                        .resolved(service, base, steps + 1);
            }
        }
        return found(Tree.NOTHING, name, extended, service);
    }

    private Tree found(Tree base, String name, Tree extended, String service) {
        if (base == Tree.NOTHING) {
            throw ImportFailed.at(file, extended.line(), "services." + name + ".extends",
                    "the name of a service that is declared", "\"" + service + "\"");
        }
        return base;
    }

    private static Tree with(Tree tree, String key, Tree value) {
        Map<String, Tree> entries = new LinkedHashMap<>(tree.entries());
        if (value == Tree.NOTHING) {
            entries.remove(key);
        } else {
            entries.put(key, value);
        }
        return new Mapping(entries, tree.line(), tree.tag());
    }
}
