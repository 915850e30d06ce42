package dev.tare.intake.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.intake.Draft;
import dev.tare.intake.Finding;
import dev.tare.intake.ImportFailed;
import dev.tare.intake.TestIntake;
import dev.tare.intake.Upload;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files far larger than anybody would keep, made while they are read. */
class LargeTracesTest {
    private static Upload made(String name, String before, int count, IntFunction<String> one, String after) {
        return new Upload(name, 1L << 30, () -> stream(before, count, one, after));
    }

    private static InputStream stream(String before, int count, IntFunction<String> one, String after) {
        Iterator<InputStream> parts = Stream
                .of(Stream.of(before), IntStream.range(0, count).mapToObj(i -> (i == 0 ? "" : ",\n") + one.apply(i)),
                        Stream.of(after))
                .flatMap(part -> part)
                .map(text -> (InputStream) new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).iterator();
        return new SequenceInputStream(enumeration(parts));
    }

    private static Enumeration<InputStream> enumeration(Iterator<InputStream> parts) {
        return new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return parts.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return parts.next();
            }
        };
    }

    private static String jaeger(int span) {
        return "{\"traceID\":\"1\",\"spanID\":\"" + Integer.toHexString(span + 1)
                + "\",\"operationName\":\"x\",\"startTime\":1,\"duration\":1,\"processID\":\"p1\"}";
    }

    @Test
    void aTraceThatNamesItsServicesTooLateIsRefused() {
        Upload endless = made("late.json", "{\"data\":[{\"traceID\":\"1\",\"spans\":[", Held.MOST + 10,
                LargeTracesTest::jaeger, "],\"processes\":{\"p1\":{\"serviceName\":\"cart\"}}}]}");
        assertThatThrownBy(() -> TestIntake.ofAll().read(List.of(endless), "jaeger"))
                .isInstanceOfSatisfying(ImportFailed.class, refused -> {
                    assertThat(refused.status()).isEqualTo(422);
                    assertThat(refused.problems().getFirst().file()).isEqualTo("late.json");
                    assertThat(refused.problems().getFirst().line()).isGreaterThan(1_000_000);
                    assertThat(refused.getMessage()).contains("processes before its spans", "1000000");
                });
    }

    /** One client and its server a pair, each pair of its own: 600 services that call 500 others. */
    private static String pair(int call) {
        String trace = Integer.toHexString(call / 2 + 1);
        String service = call % 2 == 0 ? "a" + call / 2 % 600 : "b" + call / 2 / 600;
        return "{\"traceId\":\"" + "0".repeat(16 - trace.length()) + trace + "\",\"id\":\"000000000000000"
                + (call % 2 + 1) + (call % 2 == 0 ? "" : "\",\"parentId\":\"0000000000000001")
                + "\",\"kind\":\"" + (call % 2 == 0 ? "CLIENT" : "SERVER")
                + "\",\"timestamp\":1,\"duration\":1,\"localEndpoint\":{\"serviceName\":\"" + service + "\"}}";
    }

    @Test
    void asManyPairsAsMemoryHoldsAreTaken() {
        int pairs = 300_000;
        Draft draft = TestIntake.ofAll().read(List.of(made("pairs.json", "[", 2 * pairs, LargeTracesTest::pair, "]")),
                "zipkin");
        int expected = Math.min(pairs, TraceDraft.MOST_CALLS);
        assertThat(draft.document().calls()).hasSize(expected);
        assertThat(draft.findings().stream().map(Finding::code).anyMatch("calls-left-out"::equals))
                .isEqualTo(expected < pairs);
    }
}
