package dev.tare.intake;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.External;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Team;
import dev.tare.estate.EstateDocument.Today;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.Merged.Change;
import dev.tare.intake.Merged.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Joins a draft into an estate: a pure function of the two. Nothing is ever removed but a single field that an earlier
 * import wrote and this one no longer has; joining the same draft twice changes nothing the second time.
 */
public final class Merge {
    private final EstateDocument current;
    private final EstateDocument draft;
    private final Map<String, String> names;
    private final List<Item> added = new ArrayList<>();
    private final List<Item> changed = new ArrayList<>();
    private final List<Item> unchanged = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private Merge(EstateDocument current, EstateDocument draft) {
        this.current = current;
        Images.Joined joined = Images.into(current, KnownJoins.in(current, draft));
        this.draft = joined.document();
        this.names = SameService.names(current.services(), joined.document().services());
        this.findings.addAll(joined.findings());
    }

    /** The estate with the draft joined into it, and an account of what that changed. */
    public static Merged into(EstateDocument current, EstateDocument draft) {
        return new Merge(current, draft).merged();
    }

    private Merged merged() {
        EstateDocument document = new EstateDocument(EstateDocument.VERSION,
                current.name().isEmpty() ? draft.name() : current.name(),
                current.currency() == null ? draft.currency() : current.currency(), today(), teams(),
                services(), calls(), entries(), external(), current.costs(), current.shapes(),
                current.locks());
        Outside outside = Outside.in(document);
        added.removeIf(item -> item.kind().equals("external") && outside.hosts().contains(item.name()));
        outside.calls().forEach(call -> added.add(new Item(kind(call), label(call), List.of())));
        return new Merged(outside.document(), added, changed, unchanged, findings);
    }

    private @Nullable Today today() {
        if (current.today() == null && draft.today() != null) {
            added.add(new Item("today", named(draft.today()), List.of()));
            return draft.today();
        }
        return current.today();
    }

    private static String named(Today today) {
        String preset = Objects.requireNonNullElse(today.preset(), "a shape of its own");
        return today.axes() == null ? preset : preset + " with " + String.join(", ", today.axes().values());
    }

    /** Teams that are not there yet; what is known of a team is people's word. */
    private List<Team> teams() {
        Map<String, Team> teams = new LinkedHashMap<>();
        current.teams().forEach(team -> teams.put(team.name(), team));
        draft.teams().stream().filter(team -> !teams.containsKey(team.name())).forEach(team -> {
            teams.put(team.name(), team);
            added.add(new Item("team", team.name(), List.of()));
        });
        return List.copyOf(teams.values());
    }

    private List<Service> services() {
        Map<String, Service> services = new LinkedHashMap<>();
        current.services().forEach(service -> services.put(service.name(), service));
        for (Service read : draft.services()) {
            String name = name(read.name());
            Service known = services.get(name);
            services.put(name, known == null ? add(read, name) : join(known, read));
        }
        return List.copyOf(services.values());
    }

    private Service add(Service read, String name) {
        added.add(new Item("service", name, List.of()));
        return Fields.of(read).renamed(name).as(Service.class,
                Map.of("aliases", read.aliases(), "provenance", read.provenance()));
    }

    private Service join(Service known, Service read) {
        FieldMerge merge = new FieldMerge(known, known.provenance(), Fields.of(read).renamed(known.name())
                .as(Service.class, Map.of("aliases", List.of(), "provenance", List.of())), read.provenance());
        Set<String> aliases = new LinkedHashSet<>(known.aliases());
        if (!Claims.knownAs(known, read.name())) {
            aliases.add(read.name());
        }
        aliases.addAll(read.aliases());
        aliases.remove(known.name());
        List<Change> changes = new ArrayList<>(merge.changes());
        aliases.stream().filter(alias -> !known.aliases().contains(alias))
                .forEach(alias -> changes.add(new Change("aliases", null, alias)));
        account("service", known.name(), changes);
        merge.kept().forEach(kept -> findings.add(kept("services", known.name(), kept)));
        return merge.as(Service.class, List.copyOf(aliases));
    }

    private List<Call> calls() {
        Map<List<String>, Call> calls = new LinkedHashMap<>();
        current.calls().forEach(call -> calls.put(key(call), call));
        for (Call given : draft.calls()) {
            Call read = new Call(name(given.from()), name(given.to()), given.kind(), given.mode(), given.perRequest(),
                    given.requestBytes(), given.responseBytes(), given.p50(), given.p99(), given.observedCalls(),
                    given.provenance());
            calls.merge(key(read), read, this::join);
            if (calls.get(key(read)) == read) {
                added.add(new Item(kind(read), label(read), List.of()));
            }
        }
        return List.copyOf(calls.values());
    }

    private Call join(Call known, Call read) {
        FieldMerge merge = new FieldMerge(known, known.provenance(), read, read.provenance());
        account(kind(known), label(known), merge.changes());
        merge.kept().forEach(kept -> findings.add(kept("calls", label(known), kept)));
        return merge.as(Call.class);
    }

    private List<Entry> entries() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        current.entries().forEach(entry -> entries.put(entry.service(), entry));
        for (Entry given : draft.entries()) {
            Entry read = new Entry(name(given.service()), given.meanPerSecond(), given.peakPerSecond());
            Entry known = entries.get(read.service());
            if (known == null) {
                added.add(new Item("entry", read.service(), List.of()));
            }
            entries.put(read.service(), known == null ? read : join(known, read));
        }
        return List.copyOf(entries.values());
    }

    /** Rates that nobody stated are filled. Entry points keep no claims: what is stated stays, and is reported. */
    private Entry join(Entry known, Entry read) {
        List<Change> changes = new ArrayList<>();
        Double mean = rate(known, "meanPerSecond", known.meanPerSecond(), read.meanPerSecond(), changes);
        Double peak = rate(known, "peakPerSecond", known.peakPerSecond(), read.peakPerSecond(), changes);
        if (mean != null && peak != null && peak < mean) {
            changes.forEach(change -> findings.add(kept("entries", known.service(),
                    new Change(change.field(), "empty", change.to()))));
            changes.clear();
        }
        account("entry", known.service(), changes);
        return changes.isEmpty() ? known : new Entry(known.service(), mean, peak);
    }

    private @Nullable Double rate(Entry entry, String field, @Nullable Double known, @Nullable Double read,
            List<Change> changes) {
        if (read != null && known == null) {
            changes.add(new Change(field, null, Fields.text(read)));
            return read;
        }
        if (read != null && known != null && !read.equals(known)) {
            findings.add(kept("entries", entry.service(), new Change(field, Fields.text(known), Fields.text(read))));
        }
        return known;
    }

    private List<External> external() {
        Map<String, External> hosts = new LinkedHashMap<>();
        current.external().forEach(host -> hosts.put(host.host(), host));
        for (External read : draft.external()) {
            External known = hosts.get(read.host());
            Set<String> from = new LinkedHashSet<>(known == null ? List.of() : known.from());
            List<Change> changes = read.from().stream().map(this::name).filter(from::add)
                    .map(name -> new Change("from", null, name)).toList();
            hosts.put(read.host(), new External(read.host(), List.copyOf(from)));
            if (known == null) {
                added.add(new Item("external", read.host(), List.of()));
            } else {
                account("external", read.host(), changes);
            }
        }
        return List.copyOf(hosts.values());
    }

    private String name(String read) {
        return names.getOrDefault(read, read);
    }

    private void account(String kind, String name, List<Change> changes) {
        (changes.isEmpty() ? unchanged : changed).add(new Item(kind, name, List.copyOf(changes)));
    }

    /** What makes two calls one: their ends, their kind, and whether the caller waits: one may call and send messages. */
    static List<String> key(Call call) {
        return List.of(call.from(), call.to(), kind(call), "async".equals(call.mode()) ? "async" : "");
    }

    static String kind(Call call) {
        return Objects.requireNonNullElse(call.kind(), "call");
    }

    private static String label(Call call) {
        return call.from() + " → " + call.to();
    }

    private static Finding kept(String list, String name, Change kept) {
        return new Finding(Severity.WARNING, "kept", null, null, list + "[" + name + "]." + kept.field(),
                name + ": " + kept.field() + " stays " + kept.from() + "; the import says " + kept.to() + ".",
                "Empty the field and import again to take the imported value.");
    }
}
