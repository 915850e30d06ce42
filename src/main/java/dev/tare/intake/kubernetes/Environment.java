package dev.tare.intake.kubernetes;

import dev.tare.intake.tree.Tree;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A container's variables as Kubernetes would set them: references looked up, {@code $(NAME)} written out. */
final class Environment {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\$|\\$\\(([A-Za-z_.-][\\w.-]*)\\)");
    private static final int MAX_LENGTH = 1 << 20;

    /** A variable's value, and where it came from when that is not the manifest itself. */
    record Variable(String value, String origin) {}

    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private final Map<String, String> known = new HashMap<>();
    private final Map<String, String> serviceHosts;
    private final Configs configs;
    private final String namespace;

    /** @param serviceHosts the variables Kubernetes adds for each Service, such as {@code CART_SERVICE_HOST} */
    Environment(PodContainer container, String namespace, Configs configs, Map<String, String> serviceHosts) {
        this.configs = configs;
        this.namespace = namespace;
        this.serviceHosts = serviceHosts;
        container.spec().at("envFrom").items().forEach(this::takeAll);
        container.spec().at("env").items().forEach(this::take);
    }

    /** The name of the variable in which Kubernetes gives a Service's host to containers. */
    static String serviceHost(String service) {
        return service.toUpperCase(Locale.ROOT).replace('-', '_') + "_SERVICE_HOST";
    }

    private void takeAll(Tree source) {
        for (String kind : List.of("ConfigMap", "Secret")) {
            Tree reference = source.at(kind.equals("ConfigMap") ? "configMapRef" : "secretRef");
            Optional<String> name = reference.value("name");
            if (name.isPresent()) {
                String prefix = source.value("prefix").orElse("");
                String from = kind + " " + name.get();
                lookUp(kind, name.get(), reference)
                        .forEach((key, value) -> put(prefix + key, value, from + " key " + key));
            }
        }
    }

    private void take(Tree entry) {
        String name = entry.value("name").orElse("");
        Optional<String> value = entry.value("value");
        if (value.isPresent()) {
            put(name, expand(value.get()), "");
        }
        for (String kind : List.of("ConfigMap", "Secret")) {
            Tree reference = entry.at("valueFrom", kind.equals("ConfigMap") ? "configMapKeyRef" : "secretKeyRef");
            Optional<String> from = reference.value("name");
            String key = reference.value("key").orElse("");
            if (from.isPresent()) {
                Optional.ofNullable(lookUp(kind, from.get(), reference).get(key))
                        .ifPresent(found -> put(name, found, kind + " " + from.get() + " key " + key));
            }
        }
    }

    private Map<String, String> lookUp(String kind, String name, Tree reference) {
        Optional<Map<String, String>> found = configs.find(kind, namespace, name);
        boolean optional = reference.value("optional").filter("true"::equals).isPresent();
        if (found.isEmpty() && !optional) {
            missing.add(kind + " " + name);
        }
        return found.orElse(Map.of());
    }

    private void put(String name, String value, String origin) {
        known.put(name, value);
        variables.put(name, new Variable(value, origin));
    }

    /** Writes out references to variables set so far; {@code $$} stands for a dollar, unknown ones stay. */
    String expand(String text) {
        Matcher reference = REFERENCE.matcher(text);
        StringBuilder expanded = new StringBuilder();
        while (reference.find()) {
            String name = reference.group(1);
            String value = name == null
                    ? "$"
                    : known.getOrDefault(name, serviceHosts.getOrDefault(name, reference.group()));
            boolean fits = expanded.length() + value.length() < MAX_LENGTH;
            reference.appendReplacement(expanded, Matcher.quoteReplacement(fits ? value : reference.group()));
        }
        return reference.appendTail(expanded).toString();
    }

    Map<String, Variable> variables() {
        return variables;
    }

    /** ConfigMaps and Secrets that are named and not among the files. */
    Set<String> missing() {
        return missing;
    }
}
