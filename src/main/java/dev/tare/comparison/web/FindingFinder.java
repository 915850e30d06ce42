package dev.tare.comparison.web;

import dev.tare.comparison.Diagnosis;
import dev.tare.engine.Finding;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Find;
import dev.tare.site.Finder;
import dev.tare.site.Invalid;
import dev.tare.site.Place;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Finds findings. Looking for them weighs an estate, which a letter typed into a search box must not wait for: an estate
 * nobody has looked at since it changed joins as soon as it is weighed.
 */
@Component
class FindingFinder implements Finder {
    private static final long PATIENCE_MS = 100;

    private final Estates estates;
    private final Diagnosis diagnosis;
    private final Map<String, Looked> looked = new ConcurrentHashMap<>();
    private final ExecutorService looking = Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

    FindingFinder(Estates estates, Diagnosis diagnosis) {
        this.estates = estates;
        this.diagnosis = diagnosis;
    }

    private record Looked(long version, CompletableFuture<List<Find>> finds) {}

    @Override
    public List<Find> within(Place place) {
        long version = estates.version(place.slug());
        return looked.compute(place.slug(), (slug, before) -> before != null && before.version() == version
                ? before
                : new Looked(version, CompletableFuture.supplyAsync(() -> look(slug), looking))).finds()
                .copy().completeOnTimeout(List.of(), PATIENCE_MS, TimeUnit.MILLISECONDS).join();
    }

    @PreDestroy
    void stop() {
        looking.shutdownNow();
    }

    private List<Find> look(String slug) {
        Snapshot estate = estates.get(slug);
        try {
            return estate.document().services().isEmpty()
                    ? List.of()
                    : diagnosis.of(estate).findings().found().stream().map(found -> find(estate, found)).toList();
        } catch (Invalid _) {
            // an estate that cannot be weighed has no findings, and its pages say why
            return List.of();
        }
    }

    private static Find find(Snapshot estate, Finding found) {
        List<String> names = found.services().stream().map(at -> estate.document().services().get(at).name()).toList();
        String whose = names.size() == 1 ? names.getFirst() : names.size() + " services";
        return new Find("finding", found.title(), names.isEmpty() ? "" : whose, String.join(" ", names),
                "/estates/" + estate.slug() + "/findings#" + found.code());
    }
}
