package dev.tare.intake;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a file that no reader knows looks like, and what to bring instead where that is known. */
final class Glimpse {
    private static final int NAMES_SHOWN = 6;
    private static final int TEXT_SHOWN = 60;
    private static final Pattern MEANT_AS_DATA = Pattern.compile("(?s)\\s*(?:[{\\[]|---|[\\w.-]+:\\s).*");
    private static final Pattern YAML_KEY = Pattern.compile("(?m)^([A-Za-z][\\w.-]*):(?:\\s|$)");
    private static final Pattern NOT_TEXT = Pattern.compile("[\\x00-\\x08\\x0E-\\x1F]");

    /** Outputs that people have at hand, and the one that says more. */
    private static final List<Near> NEAR = List.of(
            new Near(Pattern.compile("\\s*SRC +DST +SRC_NS"), "the same as JSON: \"linkerd viz edges deploy -o json\""),
            new Near(Pattern.compile("\\s*(?:NAMESPACE +)?NAME +(?:[A-Z()a-z-]+ +)*(?:READY|AGE|CPU\\(cores\\))"),
                    "manifests: the output of \"kubectl get deploy,sts,ds,svc,cm,ingress -o yaml\""),
            new Near(Pattern.compile("\\s*CONTAINER ID +IMAGE"),
                    "what runs, as \"docker compose config\" prints it, or images: \"docker image ls --format json\""),
            new Near(Pattern.compile("\\s*Name: +\\S+\\R+MediaType: "),
                    "the manifest itself: \"docker manifest inspect --verbose\", or --raw of one platform"));

    private record Near(Pattern start, String instead) {}

    private final Upload file;
    private final Sample sample;

    Glimpse(Upload file) {
        this.file = file;
        this.sample = Sample.of(file);
    }

    private static String base(Upload file) {
        return file.name().substring(file.name().lastIndexOf('/') + 1);
    }

    /** Whether its name or its start says YAML or JSON, so that what is wrong with it as such helps. */
    boolean isMeantAsData() {
        return base(file).matches("(?i).*\\.(?:ya?ml|json)") || MEANT_AS_DATA.matcher(start()).matches();
    }

    /** What to bring instead; nothing when only a format that is known helps. */
    Optional<String> instead() {
        return isOfHelm(file)
                ? Optional.of("what Helm makes of a chart: import the output of \"helm template\"")
                : isOfKustomize(file)
                        ? Optional.of("what Kustomize makes of it: import the output of \"kustomize build\"")
                        : NEAR.stream().filter(near -> near.start().matcher(start()).lookingAt()).map(Near::instead)
                                .findFirst();
    }

    /** Parts of charts are known by their names. */
    static boolean isOfHelm(Upload file) {
        return base(file).matches("(?i)(?:chart|values[\\w.-]*)\\.ya?ml|.*\\.tpl");
    }

    /** So are kustomizations. */
    static boolean isOfKustomize(Upload file) {
        return base(file).matches("(?i)kustomization(?:\\.ya?ml)?");
    }

    private String start() {
        return sample.text().startsWith("\uFEFF") ? sample.text().substring(1) : sample.text();
    }

    /** A few words, such as {@code JSON with the fields code and data}. */
    String words() {
        String start = start();
        String line = start.lines().map(String::strip).filter(text -> !text.isEmpty()).findFirst().orElse("");
        List<String> cells = columns(line);
        List<String> keys = YAML_KEY.matcher(start).results().map((MatchResult key) -> key.group(1)).distinct()
                .toList();
        if (start.indexOf('\uFFFD') >= 0 || NOT_TEXT.matcher(start).find()) {
            return "a binary file";
        }
        if (line.startsWith("{") || line.startsWith("[")) {
            return fields("JSON", sample.topFields());
        }
        if (line.startsWith("<")) {
            return "XML or HTML";
        }
        return cells.size() > 1
                ? "a table with the columns " + some(cells)
                : keys.isEmpty() ? "text that begins \"" + shortened(line) + "\"" : fields("YAML", keys);
    }

    private static String fields(String kind, List<String> names) {
        return kind + (names.isEmpty() ? " without fields" : " with the fields " + some(names));
    }

    private static List<String> columns(String line) {
        return Stream.of("\t", ";", ",", "|").filter(line::contains).findFirst()
                .map(separator -> Stream.of(line.split(Pattern.quote(separator)))
                        .map(cell -> shortened(cell.replace("\"", "").strip())).filter(cell -> !cell.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    private static String some(List<String> names) {
        return String.join(", ", names.stream().limit(NAMES_SHOWN).toList())
                + (names.size() > NAMES_SHOWN ? " and " + (names.size() - NAMES_SHOWN) + " more" : "");
    }

    private static String shortened(String text) {
        return text.length() > TEXT_SHOWN ? text.substring(0, TEXT_SHOWN) + "…" : text;
    }
}
