package dev.tare.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Fuzzes every reader, or those named, one after the other: each in a JVM of its own, as the fuzzer wants, with a heap
 * that a reader must not fill. Seeds are the cases' inputs that the reader recognises and the corpus that is kept; what
 * crashes one is written into that corpus, which the tests read from then on.
 */
public final class Fuzz {
    private static final Path SEEDS = Path.of("src/test/resources/intake");
    private static final Path KEPT = Path.of("src/test/resources/fuzz");
    private static final Path WORK = Path.of("target/fuzz");
    private static final long LARGEST_SEED = 20_000;

    private Fuzz() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Intake intake = TestIntake.ofAll();
        List<String> all = new ArrayList<>(intake.formats());
        all.add(Intake.AUTO);
        String wanted = args.length > 0 ? String.join(",", args) : System.getProperty("fuzz.formats", "");
        if (!wanted.isBlank()) {
            all.retainAll(List.of(wanted.split(",")));
        }
        List<String> broken = new ArrayList<>();
        for (String format : all) {
            long start = System.nanoTime();
            int exit = fuzz(format, seeds(intake, format));
            System.out.printf("%-14s %s in %d s%n", format, exit == 0 ? "held" : "BROKEN",
                    TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
            if (exit != 0) {
                broken.add(format);
            }
        }
        if (!broken.isEmpty()) {
            System.out.println("Broken: " + broken + "; the inputs are in " + KEPT);
            System.exit(1);
        }
    }

    private static Path seeds(Intake intake, String format) throws IOException {
        Path seeds = Files.createDirectories(WORK.resolve(format).resolve("seeds"));
        List<FormatReader> readers = intake.readers().stream()
                .filter(reader -> format.equals(Intake.AUTO) || reader.format().equals(format)).toList();
        try (Stream<Path> files = Files.walk(SEEDS)) {
            for (Path file : files.filter(Fuzz::isSeed).toList()) {
                Sample sample = Sample.of(Upload.of(file.getFileName().toString(), file));
                if (readers.stream().anyMatch(reader -> reader.recognises(sample))) {
                    String name = SEEDS.relativize(file).toString().replace('/', '-');
                    Files.write(seeds.resolve(name), Files.readAllBytes(file));
                }
            }
        }
        return seeds;
    }

    private static boolean isSeed(Path file) {
        try {
            return Files.isRegularFile(file) && !file.endsWith("expected.yaml") && Files.size(file) < LARGEST_SEED;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int fuzz(String format, Path seeds) throws IOException, InterruptedException {
        Path found = Files.createDirectories(WORK.resolve(format).resolve("found"));
        Path kept = Files.createDirectories(KEPT.resolve(format));
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx512m", "-Xss1m", "-XX:+UseSerialGC", "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-cp",
                System.getProperty("java.class.path"), "com.code_intelligence.jazzer.Jazzer"));
        command.addAll(List.of("--target_class=" + ReaderTarget.class.getName(), "--target_args=" + format,
                "--instrumentation_includes=dev.tare.**", "--reproducer_path=" + WORK.resolve(format),
                "-runs=" + Integer.getInteger("fuzz.runs", 10_000), "-timeout=60", "-report_slow_units=60",
                "-rss_limit_mb=1500", "-max_len=16384", "-print_final_stats=1", "-artifact_prefix=" + kept + "/",
                found.toString(), seeds.toString(), kept.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(WORK.resolve(format).resolve("log.txt").toFile()).start().waitFor();
    }
}
