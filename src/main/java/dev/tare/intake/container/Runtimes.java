package dev.tare.intake.container;

import dev.tare.estate.EstateDocument.Runtime;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The language an image runs, where its name alone makes that plain: images of a language itself. */
public final class Runtimes {
    private static final Map<String, String> LANGUAGES = Map.ofEntries(Map.entry("openjdk", "java"),
            Map.entry("eclipse-temurin", "java"), Map.entry("amazoncorretto", "java"),
            Map.entry("ibmjava", "java"), Map.entry("sapmachine", "java"), Map.entry("tomcat", "java"),
            Map.entry("jetty", "java"), Map.entry("node", "node"), Map.entry("python", "python"),
            Map.entry("pypy", "python"), Map.entry("golang", "go"), Map.entry("ruby", "ruby"), Map.entry("php", "php"),
            Map.entry("erlang", "beam"), Map.entry("elixir", "beam"), Map.entry("aspnet", "dotnet"),
            Map.entry("rust", "rust"));
    private static final Pattern VERSION = Pattern.compile("v?(\\d+(?:\\.\\d+)*)(?:[-_.].*)?");

    private Runtimes() {}

    /** Language and version, or nothing when the image may run anything. */
    public static Optional<Runtime> of(@Nullable String image) {
        if (image == null) {
            return Optional.empty();
        }
        ImageReference reference = ImageReference.of(image);
        String language = LANGUAGES.get(reference.name());
        boolean plain = reference.isOfficial() || reference.repository().startsWith("mcr.microsoft.com/dotnet/");
        return language == null || !plain
                ? Optional.empty()
                : Optional.of(new Runtime(language, version(reference.tag())));
    }

    private static @Nullable String version(@Nullable String tag) {
        Matcher version = VERSION.matcher(tag == null ? "" : tag);
        return version.matches() ? version.group(1) : null;
    }
}
