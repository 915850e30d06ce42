package dev.tare.intake.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.estate.EstateDocument;
import dev.tare.intake.Answers;
import dev.tare.intake.Draft;
import dev.tare.intake.Handover;
import dev.tare.intake.Progress;
import dev.tare.intake.TestIntake;
import dev.tare.intake.Upload;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import zipkin2.Endpoint;
import zipkin2.Span;
import zipkin2.Span.Kind;
import zipkin2.codec.SpanBytesEncoder;
import zipkin2.internal.DependencyLinker;

/**
 * The calls read from random dumps are the links Zipkin's own linker finds: clients and servers under one id or two,
 * clients or servers alone, local spans, spans in parts and twice, in any order, clients missing, several roots. Left
 * out is what differs on purpose: messages, which Zipkin links to the broker and an estate from sender to receiver; and
 * what stands below a server that is missing, where Zipkin guesses and an estate says no more than the spans do.
 */
class ZipkinParityTest {
    private static final int SERVICES = 8;

    /** Makes the spans of one trace. */
    private static final class Dump {
        private final Random random;
        private final String trace;
        private final List<Span> spans = new ArrayList<>();
        private long nextId = 1;
        private long time = 1_700_000_000_000_000L;

        Dump(Random random, int trace) {
            this.random = random;
            this.trace = "%016x".formatted(trace + 1);
        }

        private String id() {
            nextId += 1 + random.nextInt(3);
            return "%016x".formatted(nextId * 0x9E3779B97F4A7C15L);
        }

        private static Endpoint at(int service) {
            return Endpoint.newBuilder().serviceName("svc-" + service).ip("10.0.0." + (service + 1)).build();
        }

        private Span.Builder span(String parent, String id, Kind kind, int service) {
            time += random.nextInt(50);
            return Span.newBuilder().traceId(trace).parentId(parent).id(id).kind(kind).localEndpoint(at(service))
                    .timestamp(time).duration(1L + random.nextInt(1000));
        }

        void server(String parent, String id, int service, int depth, boolean shared) {
            spans.add(span(parent, id, Kind.SERVER, service).shared(shared ? true : null).build());
            below(id, service, depth);
        }

        private void below(String id, int service, int depth) {
            for (int i = random.nextInt(depth > 3 ? 1 : 4); i > 0; i--) {
                if (random.nextInt(5) == 0) {
                    String local = id();
                    spans.add(span(id, local, null, service).build());
                    below(local, service, depth + 1);
                } else {
                    call(id, service, random.nextInt(SERVICES), depth + 1);
                }
            }
        }

        private void call(String parent, int from, int to, int depth) {
            String client = id();
            switch (random.nextInt(5)) {
                case 0 -> {
                    spans.add(span(parent, client, Kind.CLIENT, from).build());
                    server(parent, client, to, depth, true);
                }
                case 1 -> {
                    spans.add(span(parent, client, Kind.CLIENT, from).build());
                    server(client, id(), to, depth, false);
                }
                case 2 -> server(parent, client, to, depth, false);
                case 3 -> spans.add(span(parent, client, Kind.CLIENT, from).remoteEndpoint(at(to)).build());
                default -> {
                    // The server says nothing of sharing its client's id.
                    if (to != from) {
                        spans.add(span(parent, client, Kind.CLIENT, from).build());
                        server(parent, client, to, depth, false);
                    }
                }
            }
        }

        List<Span> shaken() {
            List<Span> kept = new ArrayList<>();
            for (Span span : spans) {
                if (span.kind() != Kind.CLIENT || random.nextInt(8) > 0) {
                    kept.add(span);
                    if (random.nextInt(10) == 0) {
                        kept.add(random.nextBoolean() ? span : span.toBuilder().duration(null).build());
                    }
                }
            }
            Collections.shuffle(kept, random);
            return kept;
        }
    }

    @Property(tries = 200)
    void readsTheSameLinks(@ForAll long seed) {
        Random random = new Random(seed);
        List<Span> all = new ArrayList<>();
        DependencyLinker linker = new DependencyLinker();
        for (int trace = 0; trace < 1 + random.nextInt(6); trace++) {
            Dump dump = new Dump(random, trace);
            for (int root = random.nextInt(8) == 0 ? 2 : 1; root > 0; root--) {
                dump.server(null, dump.id(), random.nextInt(SERVICES), 0, false);
            }
            List<Span> spans = dump.shaken();
            all.addAll(spans);
            linker.putTrace(spans);
        }
        Collections.shuffle(all, random);
        if (!all.isEmpty()) {
            compare(linker, all);
        }
    }

    private static void compare(DependencyLinker linker, List<Span> all) {
        EstateDocument document = read(all).document();
        Map<String, Long> calls = new TreeMap<>();
        document.calls().forEach(call -> calls.merge(call.from() + " " + call.to(), call.observedCalls(), Long::sum));
        TreeSet<String> hosts = new TreeSet<>();
        document.external().forEach(host -> host.from().forEach(from -> hosts.add(from + " " + host.host())));
        TreeSet<String> services = new TreeSet<>(
                document.services().stream().map(EstateDocument.Service::name).toList());
        Map<String, Long> links = new TreeMap<>();
        TreeSet<String> around = new TreeSet<>();
        linker.link().forEach(link -> {
            if (services.contains(link.child())) {
                links.put(link.parent() + " " + link.child(), link.callCount());
            } else {
                around.add(link.parent() + " " + link.child());
            }
        });
        assertThat(calls).isEqualTo(links);
        assertThat(hosts).isEqualTo(around);
    }

    private static Draft read(List<Span> spans) {
        byte[] json = SpanBytesEncoder.JSON_V2.encodeList(spans);
        return TestIntake.ofAll().read(new Handover(List.of(Upload.of("dump.json", json)), "zipkin", Answers.NONE,
                new Progress()));
    }

    @Property(tries = 20)
    void theOrderOfSpansChangesNothing(@ForAll long seed) {
        Random random = new Random(seed);
        Dump dump = new Dump(random, 0);
        dump.server(null, dump.id(), 0, 0, false);
        List<Span> spans = dump.shaken();
        if (!spans.isEmpty()) {
            EstateDocument once = read(spans).document();
            Collections.shuffle(spans, random);
            assertThat(read(spans).document()).isEqualTo(once);
        }
    }
}
