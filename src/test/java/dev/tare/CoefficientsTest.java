package dev.tare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Numbers about the world live in the catalogue, with a source. So code that computes may hold no number but 0, 1 and 2,
 * halves, hundreds and thousands, what is left of rounding, and constants whose name says that they convert, or that they bound
 * or seed the computation and say nothing of the world. What else there is stands here with its reason.
 */
class CoefficientsTest {
    private static final Path MAIN = Path.of("src/main/java/dev/tare");
    private static final Set<String> PLAIN = Set.of("0", "1", "2", "0.5", "100", "1000");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])(\\d[\\d_]*\\.?\\d*(?:[eE][-+]?\\d+)?|\\.\\d+)"
            + "[LlDdFf]?(?![\\w.])");
    private static final Pattern ROUNDING = Pattern.compile("1e-(?:[6-9]|\\d\\d+)");
    private static final Pattern CONSTANT = Pattern
            .compile("\\b(?:static final|final static|int|long|double)\\b.*?\\b([A-Z][A-Z0-9_]+)\\s*=[^=]");
    /** Words a constant's name may hold: conversions, and bounds of what is computed, remembered or shown. */
    private static final Pattern NAMED = Pattern.compile("_PER_|^G[I]?B$|PERCENT|MOST|FEWEST|FEW|FIRST|KEPT|REMEMBERED|"
            + "SHOWN|LISTED|DRAWS|DRAWN|SEED|ROUNDS|PASSES|STEPS|POINTS|HALVINGS|ORDERS|GRAIN|DENSE|WORDS|TIMED|"
            + "WEIGHED|ONE_BY_ONE|EFFORT|TRIES|BATCH|THREADS|BITS|SIZE|CACHE|LEVELS");
    /** Sources that hold others, and why that says nothing of the world. */
    private static final Map<String, String> REASONED = Map.ofEntries(
            Map.entry("engine/latency/",
                    "how times are sampled: draws, percentiles, terms of a series; every time comes in"),
            Map.entry("engine/range/Beta.java", "Stirling's series, and the shape PERT gives"),
            Map.entry("engine/range/Pert.java", "the definition of PERT"),
            Map.entry("engine/bill/Work.java", "the 99th percentile of the normal distribution"),
            Map.entry("engine/bill/Stated.java", "places of bits"),
            Map.entry("engine/bill/Crates.java", "places of bits"),
            Map.entry("engine/Journey.java", "which quantiles are looked at"),
            Map.entry("engine/Curve.java", "the unit of a curve: at 1000 requests/s"),
            Map.entry("engine/bill/Scales.java", "ways of sharing out that are tried"),
            Map.entry("engine/bill/Recent.java", "how a hash map starts and fills"),
            Map.entry("comparison/Remembered.java", "how a hash map starts and fills"),
            Map.entry("comparison/validation/Tolerance.java", "decimals"),
            Map.entry("engine/advice/", "a search over weights that come in; its numbers say how far it looks"),
            Map.entry("engine/scale/",
                    "an estate made up: its percentiles come in, the rest is the generator's choice"),
            Map.entry("comparison/Quantiles.java", "the tenth and the ninetieth of a hundred draws"),
            Map.entry("comparison/Sampling.java", "how many draws are made at once"),
            Map.entry("comparison/graph/", "sizes of what is drawn, in pixels"),
            Map.entry("comparison/web/", "what is drawn, shown and said; no figure is computed from it"));
    /** Numerics on figures that come in: whole numbers there are places, bits and terms of a series. */
    private static final Set<String> NUMERICS = Set.of("engine/graph/", "engine/range/");
    /** The engine's kernels count columns and bits of a word; no figure of the model is such a whole number. */
    private static final int BITS = 64;
    private static final Set<String> ROOMS = Set.of("engine", "comparison");

    @Test
    void noNumberAboutTheWorldIsInTheCode() {
        List<String> found = new ArrayList<>();
        List<Path> sources = ROOMS.stream().flatMap(room -> sources(MAIN.resolve(room)).stream()).toList();
        assertThat(sources).hasSizeGreaterThan(150);
        sources.stream().filter(source -> !in(REASONED.keySet(), source)).forEach(source -> numbers(read(source))
                .stream().filter(number -> !counts(number, source))
                .forEach(number -> found.add(MAIN.relativize(source) + ":" + number)));
        assertThat(found).as("numbers about the world belong into src/main/resources/catalogue").isEmpty();
    }

    @Test
    void everyReasonIsForSomethingThatIsThere() {
        assertThat(REASONED.keySet()).allSatisfy(place -> assertThat(MAIN.resolve(place)).exists());
    }

    @Test
    void aNumberAboutTheWorldIsFoundWhereverItStands() {
        assertThat(numbers("double cpu = 0.35 * rate;")).hasSize(1);
        assertThat(numbers("private static final int PODS_OF_A_NODE = 110;")).hasSize(1);
        assertThat(numbers("return switch (need) { case TENANT -> 3; };")).hasSize(1);
        assertThat(numbers("int x = most(0.021, 1e3);")).hasSize(2);
    }

    @Test
    void conversionsBoundsAndWordsAreNone() {
        assertThat(numbers("""
                /** About 3 ms. */
                static final double SECONDS_PER_HOUR = 3600; // 60 * 60
                private static final int REMEMBERED = 64;
                String told = "30 ms of 5";
                double half = (low + high) * 0.5 + 100 * a[2] - 1e-9;
                """)).isEmpty();
    }

    private static boolean counts(String number, Path source) {
        String bare = number.substring(number.indexOf(' ') + 1).replace("_", "");
        boolean whole = bare.matches("\\d{1,9}");
        return whole && (in(NUMERICS, source) || in(Set.of("engine/bill/"), source) && Integer.parseInt(bare) <= BITS);
    }

    private static boolean in(Set<String> places, Path source) {
        String place = MAIN.relativize(source).toString().replace('\\', '/');
        return places.stream().anyMatch(place::startsWith);
    }

    /** Lines with the numbers in them that are not plain, as "line number: number". */
    private static List<String> numbers(String source) {
        List<String> found = new ArrayList<>();
        String[] lines = withoutWords(source).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            int at = i + 1;
            if (CONSTANT.matcher(line).results().noneMatch(CoefficientsTest::named)) {
                NUMBER.matcher(line).results().map(each -> each.group(1)).filter(each -> !plain(each))
                        .forEach(each -> found.add(at + ": " + each));
            }
        }
        return found;
    }

    private static boolean named(MatchResult constant) {
        return NAMED.matcher(constant.group(1)).find();
    }

    private static boolean plain(String number) {
        String bare = number.replace("_", "").replaceFirst("\\.0$", "");
        return PLAIN.contains(bare) || ROUNDING.matcher(bare).matches();
    }

    /** Comments and texts are left out; lines stay where they are. */
    private static String withoutWords(String source) {
        String bare = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL).matcher(source)
                .replaceAll(comment -> "\n".repeat((int) comment.group().chars().filter(c -> c == '\n').count()));
        return bare.replaceAll("\"(\\\\.|[^\"\\\\\n])*\"", "\"\"").replaceAll("'(\\\\.|[^'\\\\\n])*'", "' '")
                .replaceAll("//[^\n]*", "");
    }

    private static List<Path> sources(Path place) {
        try (Stream<Path> found = Files.walk(place)) {
            return found.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
