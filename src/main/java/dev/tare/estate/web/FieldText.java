package dev.tare.estate.web;

import dev.tare.estate.web.Kind.Amount;
import dev.tare.estate.web.Kind.Choice;
import dev.tare.estate.web.Kind.Layers;
import dev.tare.estate.web.Kind.Lines;
import dev.tare.estate.web.Kind.Moment;
import dev.tare.estate.web.Kind.Option;
import dev.tare.estate.web.Kind.Text;
import dev.tare.estate.web.Kind.Tick;
import dev.tare.estate.web.Kind.Whole;
import dev.tare.site.Money;
import dev.tare.site.Quantity;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Turns what is typed into a field into the document's value, and back. */
record FieldText(Field field, String currency) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What was typed is not what belongs there. */
    static final class Mistyped extends Exception {
        private static final long serialVersionUID = 1L;

        Mistyped(String expected) {
            super(expected);
        }

        String expected() {
            return String.valueOf(getMessage());
        }
    }

    /** The value, or nothing for an empty field. */
    @Nullable
    JsonNode read(String typed) throws Mistyped {
        if (typed.isBlank()) {
            return null;
        }
        return switch (field.kind()) {
            case Text _ -> JSON.stringNode(typed.strip());
            case Lines _ -> lines(typed);
            case Choice choice -> choice(choice, typed.strip());
            case Amount amount -> JSON.numberNode(amount(amount.quantity(), typed));
            case Whole _ -> whole(typed);
            case Moment _ -> moment(typed.strip());
            case Layers _ -> layers(typed);
            case Tick _ -> typed.equals("true") ? JSON.booleanNode(true) : null;
        };
    }

    /** As it would be typed. */
    String write(@Nullable JsonNode value) {
        if (value == null) {
            return "";
        }
        return switch (field.kind()) {
            case Lines _ -> value.valueStream().map(JsonNode::asString).collect(Collectors.joining("\n"));
            case Amount amount -> amount.quantity().write(value.asDouble());
            case Layers _ -> value.valueStream().map(FieldText::layer).collect(Collectors.joining("\n"));
            case Text _,Choice _,Whole _,Moment _,Tick _ -> value.asString();
        };
    }

    /** The same said the usual way, so that 0.250 and 250m compare equal. */
    String canonical(String typed) {
        try {
            return write(read(typed));
        } catch (Mistyped e) {
            return typed.strip();
        }
    }

    private static ArrayNode lines(String typed) {
        ArrayNode lines = JSON.arrayNode();
        typed.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(lines::add);
        return lines;
    }

    private static JsonNode choice(Choice choice, String typed) throws Mistyped {
        List<String> known = choice.options().stream().map(Option::value).toList();
        if (!known.contains(typed)) {
            throw new Mistyped("one of " + String.join(", ", known));
        }
        return JSON.stringNode(typed);
    }

    private double amount(Quantity quantity, String typed) throws Mistyped {
        boolean money = quantity == Quantity.MONEY || quantity == Quantity.BILLED;
        OptionalDouble value = quantity.parse(money ? bare(typed.strip()) : typed);
        return value.orElseThrow(() -> new Mistyped(money ? Money.expected(currency) : quantity.expected()));
    }

    /** Without the currency, which may stand behind a minus: -$3.50. */
    private String bare(String typed) {
        return Quantity.isBelowZero(typed)
                ? typed.charAt(0) + Money.bare(typed.substring(1), currency)
                : Money.bare(typed, currency);
    }

    private static JsonNode whole(String typed) throws Mistyped {
        OptionalDouble value = Quantity.NUMBER.parse(typed);
        if (value.isEmpty() || value.getAsDouble() > Integer.MAX_VALUE
                || value.getAsDouble() != Math.rint(value.getAsDouble())) {
            throw new Mistyped("a whole number such as 42");
        }
        return JSON.numberNode((int) value.getAsDouble());
    }

    private static JsonNode moment(String typed) throws Mistyped {
        try {
            return JSON.stringNode(Instant.parse(typed.length() == 10 ? typed + "T00:00:00Z" : typed).toString());
        } catch (DateTimeException e) {
            throw new Mistyped("a date such as 2026-01-31 or a time such as 2026-01-31T12:00:00Z");
        }
    }

    private static ArrayNode layers(String typed) throws Mistyped {
        ArrayNode layers = JSON.arrayNode();
        for (String line : typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
            String[] words = line.split("\\s+", 2);
            OptionalDouble bytes = words.length == 2 ? Quantity.BYTES.parse(words[1]) : OptionalDouble.empty();
            double size = bytes
                    .orElseThrow(() -> new Mistyped("a digest and a size on each line, such as sha256:ab 3.2 MB"));
            layers.addObject().put("digest", words[0]).put("bytes", size);
        }
        return layers;
    }

    private static String layer(JsonNode layer) {
        return layer.path("digest").asString() + " " + Quantity.BYTES.write(layer.path("bytes").asDouble());
    }
}
