package dev.tare.estate.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Cost;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.site.Invalid.Problem;
import dev.tare.site.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hosting costs as columns of the grid, one a category. A cell is the sum of a service's lines of that category; lines
 * that nobody touches stay as they are, to the last decimal.
 */
final class GridCosts {
    static final String COSTS = "costs";
    private static final String NONE = "%";
    private static final Pattern LINE = Pattern.compile("costs\\[(\\d+)].*");
    private static final String FIRST = "compute";

    private GridCosts() {}

    static List<Field> fields(EstateDocument document) {
        Set<String> keys = used(document);
        Suggestions.CATEGORIES.forEach(category -> keys.add(key(category)));
        return keys.stream().map(key -> Field.amount(path(key), "Cost: " + name(key), Quantity.BILLED)).toList();
    }

    /** Those the estate has; one to begin with where it has none. */
    static List<String> usual(EstateDocument document) {
        Set<String> keys = used(document);
        return keys.isEmpty() ? List.of(path(key(FIRST))) : keys.stream().map(GridCosts::path).toList();
    }

    private static Set<String> used(EstateDocument document) {
        Set<String> keys = new LinkedHashSet<>();
        document.services().forEach(service -> service.costs().forEach(cost -> keys.add(key(cost.category()))));
        return keys;
    }

    /** A category as paths and addresses hold it. */
    private static String key(@Nullable String category) {
        return category == null ? NONE : UriUtils.encode(category, UTF_8).replace(".", "%2E");
    }

    private static @Nullable String category(String key) {
        return key.equals(NONE) ? null : UriUtils.decode(key, UTF_8);
    }

    private static String name(String key) {
        return Objects.requireNonNullElse(category(key), "no category");
    }

    private static String path(String key) {
        return COSTS + "." + key;
    }

    /** The service's tree with a sum for each category in place of the lines. */
    static ObjectNode spread(ObjectNode tree, Service service) {
        tree.remove(COSTS);
        Map<String, BigDecimal> sums = sums(service);
        if (!sums.isEmpty()) {
            ObjectNode costs = tree.putObject(COSTS);
            sums.forEach(costs::put);
        }
        return tree;
    }

    private static Map<String, BigDecimal> sums(@Nullable Service service) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        (service == null ? List.<Cost>of() : service.costs()).stream().filter(cost -> cost.monthly() != null)
                .forEach(cost -> sums.merge(key(cost.category()), Objects.requireNonNull(cost.monthly()),
                        BigDecimal::add));
        return sums;
    }

    /** A sum of several lines cannot be typed over: nobody could say which of them is meant. */
    static @Nullable Problem problem(@Nullable Service was, ObjectNode tree) {
        for (String key : sums(was).keySet()) {
            if (changed(was, tree, key) && lines(was, key) > 1) {
                return Problem.at(path(key), "one line of " + name(key) + " to change here; this is the sum of "
                        + lines(was, key) + ", which are edited on the page of the service.", "");
            }
        }
        return null;
    }

    private static long lines(@Nullable Service service, String key) {
        return service == null
                ? 0
                : service.costs().stream().filter(cost -> key(cost.category()).equals(key)).count();
    }

    private static boolean changed(@Nullable Service was, ObjectNode tree, String key) {
        BigDecimal before = sums(was).get(key);
        BigDecimal now = amount(tree, key);
        return before == null ? now != null : now == null || before.compareTo(now) != 0;
    }

    private static @Nullable BigDecimal amount(ObjectNode tree, String key) {
        JsonNode amount = Tree.at(tree, path(key));
        return amount == null ? null : amount.decimalValue();
    }

    /** The lines as they were, but for the categories that say something else now. */
    static List<Cost> gathered(@Nullable Service was, ObjectNode tree) {
        Set<String> fresh = new LinkedHashSet<>(tree.path(COSTS).propertyNames());
        List<Cost> lines = new ArrayList<>();
        for (Cost line : was == null ? List.<Cost>of() : was.costs()) {
            String key = key(line.category());
            fresh.remove(key);
            BigDecimal now = amount(tree, key);
            if (!changed(was, tree, key)) {
                lines.add(line);
            } else if (now != null) {
                lines.add(new Cost(line.category(), now, line.source()));
            }
        }
        fresh.forEach(key -> lines.add(new Cost(category(key), amount(tree, key), null)));
        return lines;
    }

    static String column(Service part, String path) {
        Matcher line = LINE.matcher(path);
        return line.matches() ? path(key(part.costs().get(Integer.parseInt(line.group(1))).category())) : path;
    }
}
