package dev.tare.intake.web;

import dev.tare.intake.cost.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/**
 * Whose money is whose, as a form says it: rules as text, and choices beside groups of money, each of which is one more
 * rule for exactly that group.
 */
final class CostRules {
    private CostRules() {}

    /** The rules of a form; choices come first, because they are about one value and were made last. */
    static List<Rule> of(MultiValueMap<String, String> fields) throws Rule.Unreadable {
        List<Rule> rules = new ArrayList<>();
        List<String> labels = all(fields, "label");
        for (int i = 0; i < labels.size(); i++) {
            String choice = at(fields, "service", i);
            if (!choice.equals(at(fields, "was", i))) {
                rules.add(Rule.exactly(labels.get(i), at(fields, "value", i), choice.strip()).checked());
            }
        }
        for (Rule stated : Rule.written(Objects.requireNonNullElse(fields.getFirst("rules"), ""))) {
            if (rules.stream().noneMatch(newer -> newer.label().equals(stated.label())
                    && newer.pattern().equals(stated.pattern()))) {
                rules.add(stated);
            }
        }
        return rules;
    }

    private static String at(MultiValueMap<String, String> fields, String name, int place) {
        List<String> values = all(fields, name);
        return place < values.size() ? values.get(place) : "";
    }

    private static List<String> all(MultiValueMap<String, String> fields, String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** Rules as they are typed. */
    static String text(List<Rule> rules) {
        return rules.stream().map(rule -> rule.label() + " ~ " + rule.pattern() + " -> " + rule.service())
                .collect(Collectors.joining("\n"));
    }
}
