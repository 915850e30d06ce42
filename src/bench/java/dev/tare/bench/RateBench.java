package dev.tare.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.tare.intake.Draft;
import dev.tare.intake.TestIntake;
import dev.tare.intake.Upload;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.events.Event;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Files of every format to a draft, beside a scan of the same bytes that does nothing with them: JSON's tokens, YAML's
 * events, a table's rows. A file has {@link Written#MEGABYTES} MB; what a reader takes beyond the scan is its own.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = { "-XX:+UseSerialGC", "-Xmx3g" })
@Warmup(iterations = 2)
@Measurement(iterations = 3)
public class RateBench {
    private static final int CHARACTERS = 1 << 29;

    @Param({ "aws-cur", "azure-cost", "backstage", "compose", "dependencies", "docker", "focus", "jaeger", "kiali",
            "kubernetes", "linkerd", "oci-cost", "opencost", "otlp", "plain-costs", "sbom", "spreadsheet", "zipkin" })
    public String format;
    private Path file;
    private Written written;

    @Setup
    public void write() throws IOException {
        written = Written.of(format);
        file = Files.createTempFile("rate", written.ending());
        written.to(file);
    }

    @TearDown
    public void delete() throws IOException {
        Files.delete(file);
    }

    @Benchmark
    public Draft tare() throws IOException {
        return TestIntake.ofAll().read(List.of(Upload.of("file" + written.ending(), file)), format);
    }

    @Benchmark
    public long scan() throws IOException {
        return switch (written.ending()) {
            case ".json" -> tokens();
            case ".csv" -> rows();
            default -> events();
        };
    }

    private long tokens() throws IOException {
        long tokens = 0;
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }

    private long rows() throws IOException {
        long fields = 0;
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file)) {
            for (CsvRecord row : rows) {
                fields += row.getFieldCount();
            }
        }
        return fields;
    }

    private long events() throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(CHARACTERS);
        long events = 0;
        try (Reader in = Files.newBufferedReader(file)) {
            for (Event event : new Yaml(options).parse(in)) {
                events += event == null ? 0 : 1;
            }
        }
        return events;
    }
}
