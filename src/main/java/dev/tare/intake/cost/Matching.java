package dev.tare.intake.cost;

import dev.tare.estate.EstateDocument.Service;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose money a line is: by the first rule that speaks of it, else by a tag that is set to name a program, else by the
 * name of a workload or resource. A name leads to the only service that is called so, or nowhere.
 */
final class Matching {
    private final List<Rule> rules;
    private final Map<String, Service> services = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Map<RuleValue, Optional<String>> decided = new HashMap<>();

    Matching(List<Service> services, List<Rule> rules) {
        this.rules = rules;
        Set<String> taken = new HashSet<>();
        for (Service service : services) {
            names.add(service.name());
            Stream.concat(Stream.of(service.name()), service.aliases().stream()).map(Matching::plain).distinct()
                    .forEach(name -> know(name, service, taken));
        }
        // a service's own name is stronger than another's alias
        services.forEach(service -> this.services.put(plain(service.name()), service));
        services.stream().map(service -> plain(service.name()))
                .filter(name -> services.stream().filter(other -> plain(other.name()).equals(name)).count() > 1)
                .forEach(this.services::remove);
    }

    /** How it was decided. */
    enum How {
        RULE, TAG, NAME, NOT
    }

    private record RuleValue(Rule rule, String value) {}

    /** Whose a line is: no service when it stays unmatched, and the label that told or that could tell. */
    record Match(@Nullable String service, String label, String value, How how) {}

    private void know(String name, Service service, Set<String> taken) {
        if (!taken.add(name)) {
            services.remove(name);
        } else {
            services.put(name, service);
        }
    }

    /** Names differ in case and in what joins their words. */
    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[_\\s]+", "-");
    }

    Match of(CostLine line) {
        for (Rule rule : rules) {
            String value = Objects.equals(rule.label(), "category") ? line.category() : line.labels().get(rule.label());
            Optional<String> service = value == null ? Optional.empty() : service(rule, value);
            if (value != null && service.isPresent() && (service.get().isEmpty() || names.contains(service.get()))) {
                return new Match(service.get().isEmpty() ? null : service.get(), rule.label(), value, How.RULE);
            }
        }
        return byName(line).orElseGet(() -> unmatched(line));
    }

    private Optional<String> service(Rule rule, String value) {
        return decided.computeIfAbsent(new RuleValue(rule, value), _ -> rule.serviceOf(value));
    }

    private Optional<Match> byName(CostLine line) {
        String namespace = line.labels().get(Label.NAMESPACE);
        return Stream.concat(
                line.labels().entrySet().stream().filter(label -> Label.tells(label.getKey())),
                line.labels().entrySet().stream().filter(label -> label.getKey().equals(Label.RESOURCE)))
                .flatMap(label -> match(label.getKey(), label.getValue(), namespace).stream()).findFirst();
    }

    private Optional<Match> match(String label, String value, @Nullable String namespace) {
        Service service = services.get(plain(label.equals(Label.RESOURCE) ? lastPart(value) : value));
        boolean elsewhere = service != null && service.namespace() != null && namespace != null
                && !service.namespace().equals(namespace);
        return service == null || elsewhere
                ? Optional.empty()
                : Optional.of(new Match(service.name(), label, value,
                        label.startsWith(Label.TAG) ? How.TAG : How.NAME));
    }

    /** Of {@code arn:aws:lambda:eu-west-1:1:function:cart} and of {@code /resourceGroups/shop/…/cart}: cart. */
    private static String lastPart(String identifier) {
        return identifier.substring(Math.max(identifier.lastIndexOf('/'), identifier.lastIndexOf(':')) + 1);
    }

    /** The label by which somebody could say whose it is. */
    private static Match unmatched(CostLine line) {
        Map<String, String> labels = line.labels();
        return Stream.concat(labels.keySet().stream().filter(Label::tells),
                Stream.of(Label.GROUP, Label.NAMESPACE, Label.PRODUCT, Label.RESOURCE, Label.ACCOUNT))
                .filter(labels::containsKey).findFirst()
                .map(label -> new Match(null, label, Objects.requireNonNull(labels.get(label)), How.NOT))
                .orElseGet(() -> new Match(null, "category", line.category(), How.NOT));
    }
}
