package dev.tare.estate;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.tare.site.Invalid;
import dev.tare.site.Invalid.Problem;
import dev.tare.site.PlainNumbers;
import dev.tare.site.Unreadable;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * Reads and writes estate documents and their parts, as JSON and as YAML. Reading is strict: a field nobody knows, a word
 * where a number belongs or a key that stands twice is refused with its place, never dropped.
 */
public enum EstateFormat {
    /** {@code application/json}. */
    JSON(strict(JsonMapper.builder()).build()),
    /** {@code application/yaml}. */
    YAML(strict(YAMLMapper.builder(yaml())).disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES, YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS).build());

    private static final int LONGEST_YAML = 128 * 1024 * 1024;
    private final ObjectMapper mapper;

    EstateFormat(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** For converters. */
    public ObjectMapper mapper() {
        return mapper;
    }

    /** The document or part as text. */
    public String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    /**
     * The document or part in a stream.
     *
     * @throws Unreadable when it is not this format at all
     * @throws Invalid    when a value is not what belongs there
     */
    public <T> T read(InputStream in, Class<T> type) {
        try {
            T value = mapper.readValue(in, type);
            if (value == null) {
                throw new Unreadable("The body holds nothing; " + this + " was expected.");
            }
            return value;
        } catch (StreamReadException broken) {
            throw new Unreadable("This is not readable " + this + where(broken) + ": " + broken.getOriginalMessage());
        } catch (DatabindException wrong) {
            throw invalid(wrong);
        }
    }

    private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> B strict(B builder) {
        return builder.addModule(new PlainNumbers()).enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .changeDefaultNullHandling(_ -> JsonSetter.Value.forContentNulls(Nulls.FAIL));
    }

    private static YAMLFactory yaml() {
        return YAMLFactory.builder().loadSettings(LoadSettings.builder().setCodePointLimit(LONGEST_YAML)
                .setAllowDuplicateKeys(false).build()).build();
    }

    private static String where(JacksonException e) {
        return e.getLocation() == null || e.getLocation().getLineNr() < 1
                ? ""
                : " (line " + e.getLocation().getLineNr() + ")";
    }

    private static Invalid invalid(DatabindException wrong) {
        String path = path(wrong);
        Integer line = wrong.getLocation() == null || wrong.getLocation().getLineNr() < 1
                ? null
                : wrong.getLocation().getLineNr();
        Problem problem = new Problem(null, line, path, expected(wrong), found(wrong));
        return new Invalid("Wrong at " + (path.isEmpty() ? "the top" : path) + where(wrong) + ": expected "
                + problem.expected() + ".", List.of(problem));
    }

    private static String path(DatabindException wrong) {
        return wrong.getPath().stream()
                .map(step -> step.getPropertyName() == null
                        ? "[" + step.getIndex() + "]"
                        : "." + step.getPropertyName())
                .collect(Collectors.joining()).replaceFirst("^\\.", "");
    }

    private static String expected(DatabindException wrong) {
        return switch (wrong) {
            case UnrecognizedPropertyException unknown -> "one of " + unknown.getKnownPropertyIds().stream()
                    .map(Object::toString).sorted().collect(Collectors.joining(", "));
            case InvalidFormatException format -> kind(format.getTargetType());
            case tools.jackson.databind.exc.MismatchedInputException mismatch when mismatch.getTargetType() != null ->
                kind(mismatch.getTargetType());
            default -> String.valueOf(wrong.getOriginalMessage());
        };
    }

    private static @Nullable String found(DatabindException wrong) {
        return switch (wrong) {
            case UnrecognizedPropertyException unknown -> unknown.getPropertyName();
            case InvalidFormatException format -> String.valueOf(format.getValue());
            default -> wrong.getOriginalMessage();
        };
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == null) {
            return "another kind of value";
        }
        if (Number.class.isAssignableFrom(type) || type == double.class || type == int.class || type == long.class) {
            return type == Integer.class || type == Long.class ? "a whole number" : "a number";
        }
        return type == String.class
                ? "text"
                : Iterable.class.isAssignableFrom(type)
                        ? "a list"
                        : type == java.time.Instant.class
                                ? "a time such as 2026-01-31T12:00:00Z"
                                : type == Boolean.class || type == boolean.class ? "true or false" : "an object";
    }
}
