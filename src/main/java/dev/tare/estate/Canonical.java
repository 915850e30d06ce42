package dev.tare.estate;

import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.External;
import dev.tare.estate.EstateDocument.Lock;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Team;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One way of writing a document: services called by their own names, every named team listed. */
record Canonical(ServiceNames names) {
    static EstateDocument of(EstateDocument document, ServiceNames names) {
        Canonical canonical = new Canonical(names);
        return new EstateDocument(EstateDocument.VERSION, document.name(), document.currency(), document.today(),
                teams(document), document.services(), document.calls().stream().map(canonical::call).toList(),
                document.entries().stream().map(canonical::entry).toList(),
                document.external().stream().map(canonical::external).toList(), document.costs(), document.shapes(),
                document.locks().stream().map(canonical::lock).toList());
    }

    private static List<Team> teams(EstateDocument document) {
        Map<String, Team> teams = new LinkedHashMap<>();
        document.teams().forEach(team -> teams.put(team.name(), team));
        document.services().stream().map(Service::team).filter(Objects::nonNull)
                .forEach(team -> teams.computeIfAbsent(team, name -> new Team(name, null, null)));
        return List.copyOf(teams.values());
    }

    private Call call(Call call) {
        String from = own(call.from());
        String to = own(call.to());
        return from.equals(call.from()) && to.equals(call.to())
                ? call
                : new Call(from, to, call.kind(), call.mode(), call.perRequest(), call.requestBytes(),
                        call.responseBytes(), call.p50(), call.p99(), call.observedCalls(), call.provenance());
    }

    private Entry entry(Entry entry) {
        return new Entry(own(entry.service()), entry.meanPerSecond(), entry.peakPerSecond());
    }

    private External external(External external) {
        return new External(external.host(), external.from().stream().map(this::own).toList());
    }

    private Lock lock(Lock lock) {
        return lock.between(own(lock.service()), own(lock.other()));
    }

    private String own(@Nullable String name) {
        return Objects.requireNonNull(names.resolve(name), "checked before");
    }
}
