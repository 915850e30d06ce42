package dev.tare.intake.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads text into trees: any number of YAML documents, or JSON values one after another. */
public final class Trees {
    private static final JsonFactory JSON = JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
            .maxNestingDepth(TreeBuilder.MAX_DEPTH + 1).maxStringLength(Integer.MAX_VALUE).build()).build();

    private Trees() {}

    /** The documents of a text that is YAML or JSON, whichever it turns out to be. */
    public static List<Tree> read(String text) {
        String start = text.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return yaml(text);
        }
        try {
            return json(text);
        } catch (JacksonException notJson) {
            return yamlOr(text, notJson);
        }
    }

    private static List<Tree> yamlOr(String text, JacksonException notJson) {
        try {
            return yaml(text);
        } catch (MalformedText notYaml) {
            boolean meantAsJson = text.stripLeading().matches("(?s)[{\\[]\\s*[\"{\\[].*");
            throw meantAsJson ? malformed(notJson) : notYaml;
        }
    }

    private static MalformedText malformed(JacksonException e) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        return new MalformedText(line > 0 ? line : null, null, "JSON", problem(e));
    }

    /** What is wrong with JSON, without the parser's notes on where it read from. */
    public static String problem(JacksonException e) {
        String said = String.valueOf(e.getOriginalMessage()).replaceFirst("(?s)\\s*\\(start marker at .*", "");
        return said.startsWith("Unexpected end-of-input") ? "the end of the file inside a value" : said;
    }

    private static List<Tree> json(String text) {
        TreeBuilder builder = new TreeBuilder();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                json(builder, parser, token, parser.currentTokenLocation().getLineNr());
            }
        }
        return builder.documents();
    }

    private static void json(TreeBuilder builder, JsonParser parser, JsonToken token, int line) {
        switch (token) {
            case START_OBJECT -> builder.begin(true, line, null, null);
            case START_ARRAY -> builder.begin(false, line, null, null);
            case END_OBJECT, END_ARRAY -> builder.end();
            case PROPERTY_NAME, VALUE_STRING -> builder.scalar(new Tree.Scalar(parser.getString(), false, line), null);
            default -> builder.scalar(new Tree.Scalar(parser.getString(), true, line), null);
        }
    }

    private static List<Tree> yaml(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        TreeBuilder builder = new TreeBuilder();
        try {
            Parser parser = new ParserImpl(new WholeText(text), options);
            while (!parser.checkEvent(Event.ID.StreamEnd)) {
                yaml(builder, parser.getEvent());
            }
        } catch (MarkedYAMLException e) {
            throw new MalformedText(line(e.getProblemMark()), builder.path(), "YAML", problem(e));
        } catch (YAMLException e) {
            throw new MalformedText(null, builder.path(), "YAML", String.valueOf(e.getMessage()));
        }
        return builder.documents();
    }

    private static void yaml(TreeBuilder builder, Event event) {
        int line = event.getStartMark().getLine() + 1;
        switch (event) {
            case ScalarEvent e -> builder.scalar(new Tree.Scalar(e.getValue(), e.isPlain() && e.getTag() == null, line,
                    own(e.getTag())), e.getAnchor());
            case MappingStartEvent e -> builder.begin(true, line, e.getAnchor(), own(e.getTag()));
            case SequenceStartEvent e -> builder.begin(false, line, e.getAnchor(), own(e.getTag()));
            case MappingEndEvent e -> builder.end();
            case SequenceEndEvent e -> builder.end();
            case AliasEvent e -> builder.alias(e.getAnchor(), line);
            case DocumentEndEvent e -> builder.endDocument();
            default -> {
                // The start of a stream or document, a comment: nothing to build.
            }
        }
    }

    /** Tags that are no part of YAML. */
    private static @Nullable String own(@Nullable String tag) {
        return tag == null || tag.startsWith("tag:") ? null : tag;
    }

    private static @Nullable Integer line(@Nullable Mark mark) {
        return mark == null ? null : mark.getLine() + 1;
    }

    private static String problem(MarkedYAMLException e) {
        String problem = String.valueOf(e.getProblem());
        if (problem.contains("(TAB)")) {
            return "a tab where YAML takes only spaces";
        }
        return e.getContext() == null ? problem : problem + " " + e.getContext();
    }
}
