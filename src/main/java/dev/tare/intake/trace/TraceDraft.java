package dev.tare.intake.trace;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.External;
import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Work;
import dev.tare.intake.Claims;
import dev.tare.intake.Draft;
import dev.tare.intake.FileRead;
import dev.tare.intake.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What was counted, as an estate: services, calls by request, entry points, stores and hosts around them. */
final class TraceDraft {
    /** As many calls as a quarter of the memory holds: each takes about a kilobyte with what it rests on. */
    static final int MOST_CALLS = Math.clamp(Runtime.getRuntime().maxMemory() / 4096, 100_000, 1_000_000);
    /** What was sent as a message is told apart from a call that was not waited for. */
    private static final int MESSAGE = 3;
    private static final List<String> MODES = List.of("sequential", "parallel", "async", "async");
    private static final double MICROS_PER_MS = 1e3;
    private static final double MICROS_PER_SECOND = 1e6;
    private static final double SHORTEST_WINDOW = 60;

    private final String format;
    private final String file;
    private final Names names;
    private final Observed observed;
    private final Load load;
    private final List<FileRead> files;
    private final Requests requests;
    private final Measured measured;
    private final Map<Integer, TreeSet<String>> stores = new TreeMap<>();
    private final Map<String, TreeSet<String>> hosts = new TreeMap<>();

    TraceDraft(String format, Names names, Observed observed, Load load, List<FileRead> files) {
        this.format = format;
        this.names = names;
        this.observed = observed;
        this.load = load;
        this.files = files;
        this.file = files.size() == 1 ? files.getFirst().name() : files.size() + " files";
        this.requests = new Requests(observed, names.size());
        this.measured = new Measured(format, file);
        observed.peers.each(this::around);
    }

    /** Stores and hosts that are no services. */
    private void around(int from, int to, long calls, long outlived, long parallel) {
        if (!requests.isService(to)) {
            String name = names.text(to);
            if (KnownPeers.of(name, observed.peerKind(to)) == Peer.DATA_STORE) {
                stores.computeIfAbsent(from, caller -> new TreeSet<>()).add(name);
            } else {
                hosts.computeIfAbsent(name, host -> new TreeSet<>()).add(names.text(from));
            }
        }
    }

    Draft draft(long tooMany, long unnamed) {
        List<Call> calls = calls();
        List<External> external = hosts.entrySet().stream()
                .map(host -> new External(host.getKey(), List.copyOf(host.getValue()))).toList();
        List<Service> services = Arrays.stream(requests.all()).mapToObj(this::service)
                .sorted(Comparator.comparing(Service::name)).toList();
        List<Finding> findings = new TraceFindings(names, observed, requests, load, seconds()).all(tooMany, unnamed,
                calls);
        return new Draft(new EstateDocument(EstateDocument.VERSION, "", null, null, List.of(), services, calls,
                entries(), external), files, findings);
    }

    /** In the order of names, which is cheap to find by the names' places alone. */
    private List<Call> calls() {
        CallColumns calls = new CallColumns(names);
        int least = observed.calls.countReachedBy(MOST_CALLS - Math.min(MOST_CALLS / 2, observed.messages.size()));
        observed.calls.each((from, to, count, outlived, parallel) -> {
            if (count >= least) {
                calls.add(from, to, count, 2 * outlived > count ? 2 : 2 * parallel > count ? 1 : 0);
            }
        });
        int leastMessages = observed.messages.countReachedBy(MOST_CALLS / 2);
        observed.messages.each((from, to, count, outlived, parallel) -> {
            if (count >= leastMessages) {
                calls.add(from, to, count, MESSAGE);
            }
        });
        return calls.sorted((from, to, count, mode) -> call(from, to, count, mode));
    }

    private Call call(int from, int to, long count, int way) {
        String mode = MODES.get(way);
        long at = requests.of(from);
        String detail = count + (count == 1 ? " call" : " calls") + " in " + at + (at == 1 ? " request" : " requests")
                + " at " + names.text(from);
        double perRequest = (double) count / at;
        Call call = new Call(names.text(from), names.text(to), "call", mode, perRequest, null, null, null, null, count,
                Claims.ofCall(format, file, perRequest, count, mode, detail));
        Exchanges seen = (way == MESSAGE ? observed.messages : observed.calls).seen(from, to);
        return seen == null ? call : measured.of(call, seen);
    }

    private Service service(int name) {
        Histogram own = observed.own(name);
        Work work = own == null ? null : new Work(ms(own.quantile(0.5)), ms(own.quantile(0.99)));
        TreeSet<String> known = stores.get(name);
        boolean broker = !observed.isLocal(name)
                && KnownPeers.of(names.text(name), observed.peerKind(name)) == Peer.BROKER;
        return new Service(names.text(name), List.of(), null, broker ? "broker" : null, null, null, null, null, null,
                null, null, work, null, known == null ? List.of() : List.copyOf(known), null, null, null, null,
                List.of(), List.of(), claims(name, own, work, broker));
    }

    private List<Provenance> claims(int name, @Nullable Histogram own, @Nullable Work work, boolean broker) {
        String seen = observed.isLocal(name)
                ? requests.of(name) + " requests"
                : "named by others, wrote no span itself";
        List<Provenance> claims = new ArrayList<>();
        claims.add(Claims.of(format, file, "name", names.text(name), seen));
        if (broker) {
            claims.add(Claims.of(format, file, "kind", "broker", seen));
        }
        if (own != null && work != null) {
            String noted = "own work in " + own.count() + " requests: answered minus waited for services";
            claims.add(Claims.of(format, file, "workMs.p50", Objects.requireNonNull(work.p50()), noted));
            claims.add(Claims.of(format, file, "workMs.p99", Objects.requireNonNull(work.p99()), noted));
        }
        TreeSet<String> known = stores.get(name);
        if (known != null) {
            claims.add(Claims.of(format, file, "dataStores", List.copyOf(known), ""));
        }
        return claims;
    }

    private static double ms(double micros) {
        return micros / MICROS_PER_MS;
    }

    private List<Entry> entries() {
        double seconds = seconds();
        return Arrays.stream(requests.all()).filter(name -> requests.entering(name) > 0)
                .mapToObj(name -> new Entry(names.text(name), rate(requests.entering(name), seconds), null))
                .sorted(Comparator.comparing(Entry::service)).toList();
    }

    private @Nullable Double rate(long counted, double seconds) {
        return Double.isNaN(seconds) ? null : load.perSecond(counted, seconds);
    }

    /** As said, else as recorded when that is long enough to mean something, else NaN. */
    private double seconds() {
        double recorded = Math.max(0, observed.lastStart - observed.firstStart) / MICROS_PER_SECOND;
        return load.hasWindow() ? load.seconds() : recorded >= SHORTEST_WINDOW ? recorded : Double.NaN;
    }
}
