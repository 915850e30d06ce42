package dev.tare.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import dev.tare.estate.EstateDocument;
import dev.tare.intake.TestIntake;
import dev.tare.intake.Upload;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import zipkin2.Span;
import zipkin2.codec.SpanBytesDecoder;
import zipkin2.internal.DependencyLinker;

/**
 * Spans of 300 services to calls, beside Zipkin's decoder and linker and beside a scan of the same file's tokens that
 * does nothing with them. The file has 64 MB, so 64 / milliseconds is GB/s.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = { "-XX:+UseSerialGC", "-Xmx2g" })
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 3, time = 4)
public class TraceBench {
    private static final int SERVICES = 300;
    private static final int MEGABYTES = 64;
    private static final String SPAN = """
            {"traceId":"%032x","id":"%016x",%s"kind":"SERVER","name":"get /api/v1/%s","timestamp":%d,"duration":%d,\
            "localEndpoint":{"serviceName":"%s","ipv4":"10.%d.%d.7","port":8080},"tags":{"http.method":"GET",\
            "http.path":"/api/v1/%s/%d","http.status_code":"200","k8s.pod":"%s-%x","k8s.namespace":"team-%d"}}""";

    private Path file;

    @Setup
    public void write() throws IOException {
        file = Files.createTempFile("spans", ".json");
        SplittableRandom random = new SplittableRandom(5);
        try (var out = Files.newBufferedWriter(file)) {
            long written = 1;
            long trace = 0;
            out.write('[');
            while (written < MEGABYTES * 1_000_000L) {
                String text = trace(random, ++trace);
                out.write(trace == 1 ? text.substring(2) : text);
                written += text.length();
            }
            out.write(']');
        }
    }

    private static String trace(SplittableRandom random, long trace) {
        StringBuilder spans = new StringBuilder();
        List<Long> ids = new ArrayList<>();
        for (int i = 1 + random.nextInt(24); i > 0; i--) {
            String service = "svc-" + (int) (SERVICES * Math.pow(random.nextDouble(), 2));
            long id = random.nextLong() | 1;
            String parent = ids.isEmpty()
                    ? ""
                    : "\"parentId\":\"%016x\",".formatted(ids.get(random.nextInt(ids.size())));
            spans.append(",\n").append(SPAN.formatted(trace, id, parent, service, 1_763_640_000_000_000L + trace * 37,
                    1 + random.nextInt(90_000), service, i, i, service, i, service, id, i));
            ids.add(id);
        }
        return spans.toString();
    }

    @TearDown
    public void delete() throws IOException {
        Files.delete(file);
    }

    @Benchmark
    public EstateDocument tare() throws IOException {
        return TestIntake.ofAll().read(List.of(Upload.of("spans.json", file)), "zipkin").document();
    }

    @Benchmark
    public Object zipkin() throws IOException {
        Map<String, List<Span>> traces = new LinkedHashMap<>();
        for (Span span : SpanBytesDecoder.JSON_V2.decodeList(Files.readAllBytes(file))) {
            traces.computeIfAbsent(span.traceId(), id -> new ArrayList<>()).add(span);
        }
        DependencyLinker linker = new DependencyLinker();
        traces.values().forEach(linker::putTrace);
        return linker.link();
    }

    @Benchmark
    public long tokens() throws IOException {
        long tokens = 0;
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }
}
