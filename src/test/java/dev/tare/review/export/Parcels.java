package dev.tare.review.export;

import dev.tare.catalogue.TestCatalogue;
import dev.tare.comparison.Weighing;
import dev.tare.estate.Documents;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Cost;
import dev.tare.estate.EstateDocument.EstateCost;
import dev.tare.estate.EstateDocument.External;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateFormat;
import dev.tare.estate.Estates.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** Estates on their way out: an ordinary one, one whose names trip notations over, and an empty one. */
final class Parcels {
    private static final Weighing WEIGHING = new Weighing(TestCatalogue.SHIPPED);
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    static final List<String> NASTY = List.of("end", "graph", "a \"quoted\" one", "back\\slash", "[x](y)|z", "a;b",
            "${HOME}", "#35; <b>&amp;", "Cart", "cart", "x --> y", "*bold* _it_ `code`", "日本", "%% no", "subgraph",
            "-1",
            "=1+1", "1. first", "- item", "+ more");

    /** Answers are remembered by the version. */
    private static final AtomicLong VERSION = new AtomicLong();

    private Parcels() {}

    static Parcel of(EstateDocument document, String... scenarios) {
        return new Parcel(new Snapshot("shop", VERSION.incrementAndGet(), Instant.EPOCH, document), List.of(scenarios),
                NOW, WEIGHING);
    }

    static EstateDocument shop() {
        try (InputStream in = Objects.requireNonNull(
                Parcels.class.getResourceAsStream("/sample/online-shop.yaml"))) {
            return EstateFormat.YAML.read(in, EstateDocument.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shop with a bill that does not split evenly, a credit, and money that no service accounts for. */
    static EstateDocument paid() {
        EstateDocument shop = shop();
        List<Service> services = shop.services().stream().map(service -> service.withCosts(
                List.of(new Cost("Compute", new BigDecimal("0.10000000001"), "focus: billed cost, October 2026"),
                        new Cost("credits \"2026\"", new BigDecimal("-0.0000003"), null)),
                service.provenance())).toList();
        return shop.withServices(services).withCosts(
                List.of(new EstateCost("Support", new BigDecimal("7"), "focus: billed cost, October 2026, unmatched",
                        false)));
    }

    static EstateDocument nasty() {
        List<Service> services = NASTY.stream().map(Service::named).map(service -> service.withTeam("team; \"A\" end"))
                .toList();
        List<Call> calls = new java.util.ArrayList<>();
        for (int i = 0; i < NASTY.size(); i++) {
            calls.add(
                    call(NASTY.get(i), NASTY.get((i + 1) % NASTY.size()), i % 3 == 0 ? "async" : "sequential", "call"));
            calls.add(call(NASTY.get(i), NASTY.get((i + 1) % NASTY.size()), null, "startup-order"));
        }
        calls.add(call("cart", "cart", "parallel", "call"));
        return EstateDocument.named("A \"shop\" {of} ${things} \\ # | end").withServices(services).withCalls(calls)
                .withExternal(List.of(new External("api.\"bank\".example", List.of("cart", "end"))));
    }

    private static Call call(String from, String to, String mode, String kind) {
        return new Call(from, to, kind, mode, 0.25, 100.0, 100.0, null, null, null, List.of());
    }

    static List<EstateDocument> all() {
        return List.of(shop(), paid(), nasty(), Documents.everythingStated(), EstateDocument.named("Empty"));
    }
}
