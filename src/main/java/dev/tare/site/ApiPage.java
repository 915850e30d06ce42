package dev.tare.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** An OpenAPI description, arranged for reading: groups of calls, then the shapes of what is sent and answered. */
record ApiPage(List<Group> groups, List<Schema> schemas) {
    /** Calls about one thing. */
    record Group(String name, String id, String description, List<Call> calls) {}

    /** One call. */
    record Call(String method, String path, String summary, String description, List<Field> parameters, Type sends,
            Type answers) {}

    /** What is sent or answered, and where it is described on the page; both empty where there is nothing. */
    record Type(String name, String id) {
        static final Type NOTHING = new Type("", "");
    }

    /** A parameter or a field of a shape. */
    record Field(String name, Type type, String note) {}

    /** The shape of something sent or answered. */
    record Schema(String name, String id, List<Field> fields) {}

    static ApiPage of(JsonNode description) {
        Map<String, List<Call>> calls = new TreeMap<>();
        description.at("/paths").propertyStream().sorted(Map.Entry.comparingByKey())
                .forEach(path -> path.getValue().propertyStream().forEach(call -> calls
                        .computeIfAbsent(call.getValue().at("/tags/0").asString("Other"), _ -> new ArrayList<>())
                        .add(call(path.getKey(), call.getKey(), call.getValue()))));
        List<Group> groups = new ArrayList<>();
        calls.forEach((name, each) -> groups.add(new Group(name, id("calls", name), about(description, name), each)));
        return new ApiPage(groups, description.at("/components/schemas").propertyStream()
                .filter(schema -> schema.getValue().has("properties"))
                .map(schema -> schema(schema.getKey(), schema.getValue()))
                .sorted(Comparator.comparing(Schema::name)).toList());
    }

    private static String about(JsonNode description, String group) {
        return description.at("/tags").valueStream().filter(tag -> tag.at("/name").asString().equals(group)).findFirst()
                .map(tag -> tag.at("/description").asString("")).orElse("");
    }

    private static Call call(String path, String method, JsonNode call) {
        List<Field> parameters = call.at("/parameters").valueStream()
                .filter(parameter -> !parameter.at("/name").asString().equals("Content-Type"))
                .map(parameter -> new Field(parameter.at("/name").asString(), type(parameter.at("/schema")),
                        note(parameter)))
                .toList();
        return new Call(method.toUpperCase(Locale.ROOT), path, call.at("/summary").asString(""),
                call.at("/description").asString(""), parameters, content(call.at("/requestBody")), answers(call));
    }

    private static String note(JsonNode parameter) {
        String place = "in the " + parameter.at("/in").asString("query");
        return parameter.at("/required").asBoolean(false) ? place : place + ", optional";
    }

    private static Type answers(JsonNode call) {
        return call.at("/responses").propertyStream().filter(answer -> answer.getKey().startsWith("2")).findFirst()
                .map(answer -> content(answer.getValue())).orElse(Type.NOTHING);
    }

    private static Type content(JsonNode body) {
        return body.at("/content").valueStream().map(media -> type(media.at("/schema")))
                .filter(type -> !type.name().isEmpty()).findFirst().orElse(Type.NOTHING);
    }

    private static Schema schema(String name, JsonNode schema) {
        return new Schema(name, id("shape", name), schema.at("/properties").propertyStream()
                .map(field -> new Field(field.getKey(), type(field.getValue()),
                        field.getValue().at("/description").asString("")))
                .toList());
    }

    private static Type type(JsonNode schema) {
        String reference = schema.at("/$ref").asString("");
        if (!reference.isEmpty()) {
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            return new Type(name, id("shape", name));
        }
        if (schema.has("items")) {
            Type item = type(schema.at("/items"));
            return new Type("list of " + item.name(), item.id());
        }
        if (schema.has("additionalProperties")) {
            Type value = type(schema.at("/additionalProperties"));
            return new Type("map of " + value.name(), value.id());
        }
        return schema.isMissingNode() ? Type.NOTHING : new Type(schema.at("/type").asString("anything"), "");
    }

    private static String id(String kind, String name) {
        return kind + "-" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
