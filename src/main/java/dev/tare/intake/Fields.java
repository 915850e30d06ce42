package dev.tare.intake;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A service or call as its single fields, so that two can be compared and joined field by field whatever fields there
 * are. A field is named by the steps to it; sidecars are told apart by their names; other lists are one field each.
 */
final class Fields {
    private static final int LONGEST = 400;
    private static final int SHOWN = 60;
    private static final String SIDECARS = "sidecars";
    private static final List<String> APART = List.of("provenance", "aliases");
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    private final Map<List<String>, JsonNode> leaves;

    private Fields(Map<List<String>, JsonNode> leaves) {
        this.leaves = leaves;
    }

    /** The fields of a record, without provenance and aliases. */
    static Fields of(Object described) {
        Map<List<String>, JsonNode> leaves = new LinkedHashMap<>();
        JsonNode whole = MAPPER.valueToTree(described);
        whole.properties().stream().filter(property -> !APART.contains(property.getKey()))
                .forEach(property -> collect(List.of(property.getKey()), property.getValue(), leaves));
        return new Fields(leaves);
    }

    private static void collect(List<String> path, JsonNode node, Map<List<String>, JsonNode> leaves) {
        if (node.isObject()) {
            node.properties().forEach(inner -> collect(with(path, inner.getKey()), inner.getValue(), leaves));
        } else if (path.equals(List.of(SIDECARS))) {
            for (JsonNode sidecar : node) {
                List<String> place = with(path, sidecar.path("name").asString());
                while (leaves.containsKey(with(place, "name"))) {
                    place = with(path, place.getLast() + "'");
                }
                collect(place, sidecar, leaves);
            }
        } else {
            leaves.put(path, node);
        }
    }

    private static List<String> with(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return List.copyOf(longer);
    }

    /** The same fields under another name. */
    Fields renamed(String name) {
        Map<List<String>, JsonNode> renamed = new LinkedHashMap<>(leaves);
        renamed.put(List.of("name"), MAPPER.valueToTree(name));
        return new Fields(renamed);
    }

    /** Every field and its value. */
    Map<List<String>, JsonNode> leaves() {
        return leaves;
    }

    /** The record these fields make, together with what {@link #of} left apart. */
    <T> T as(Class<T> type, Map<String, ?> apart) {
        ObjectNode whole = MAPPER.createObjectNode();
        leaves.forEach((path, value) -> put(whole, path, value));
        JsonNode sidecars = whole.path(SIDECARS);
        if (sidecars.isObject()) {
            ArrayNode list = MAPPER.createArrayNode();
            sidecars.forEach(list::add);
            whole.set(SIDECARS, list);
        }
        apart.forEach((name, value) -> whole.set(name, MAPPER.valueToTree(value)));
        return MAPPER.treeToValue(whole, type);
    }

    private static void put(ObjectNode whole, List<String> path, JsonNode value) {
        ObjectNode node = whole;
        for (String step : path.subList(0, path.size() - 1)) {
            JsonNode inner = node.path(step);
            node = inner instanceof ObjectNode known ? known : node.putObject(step);
        }
        node.set(path.getLast(), value);
    }

    /** A field's name for people and for provenance. */
    static String name(List<String> path) {
        return String.join(".", path);
    }

    /** A value for people and for claims: long ones shortened, and told apart by their hash. */
    static String brief(JsonNode value) {
        String text = text(value);
        if (text.length() <= LONGEST) {
            return text;
        }
        String count = value.isArray() ? value.size() + " items" : text.length() + " characters";
        return text.substring(0, SHOWN) + "… (" + count + ", #" + hash(text) + ")";
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A number as {@link #text(JsonNode)} writes it. */
    static String text(double number) {
        return number == 0 ? "0" : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** A value as a record holds it. */
    static JsonNode node(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** A value as people write it, the same however it was stored. */
    static String text(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue().signum() == 0 ? "0" : value.decimalValue().stripTrailingZeros().toPlainString();
        }
        return value.isString() ? value.asString() : value.toString();
    }
}
