package dev.tare.intake;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.intake.Joining.Joined;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls between services of which some became one. Calls that one format counted towards parts add up; calls that it
 * counted from parts count as often as that part is asked: with half the requests each, one call a request from one part
 * alone is half a call from the whole.
 */
final class JoinedCalls {
    /** Sums come out the same in any order. */
    private static final MathContext DIGITS = new MathContext(12);
    private static final List<String> PER_REQUEST = List.of("perRequest");
    private static final List<String> OBSERVED = List.of("observedCalls");

    private final EstateDocument document;
    private final Map<String, Joined> groups;
    /** Calls a request towards each part, by the format that counted them. */
    private final Map<List<String>, Double> asked = new HashMap<>();

    JoinedCalls(EstateDocument document, Map<String, Joined> groups) {
        this.document = document;
        this.groups = groups;
        document.calls().stream().filter(call -> groups.containsKey(call.to()))
                .forEach(call -> claim(call, PER_REQUEST, call.perRequest()).ifPresent(claim -> asked.merge(
                        List.of(call.to(), String.valueOf(claim.format())),
                        Objects.requireNonNull(call.perRequest()), Double::sum)));
    }

    List<Call> all() {
        Map<List<String>, Call> calls = new LinkedHashMap<>();
        for (Call call : document.calls()) {
            String from = own(call.from());
            String to = own(call.to());
            if (!from.equals(to) || call.from().equals(call.to())) {
                Call read = shared(call).between(from, to);
                calls.merge(Merge.key(read), read, this::join);
            }
        }
        return placed(calls);
    }

    /** A call stays where the one was whose ends keep their names, so that taking a join back finds it there. */
    private List<Call> placed(Map<List<String>, Call> calls) {
        Map<List<String>, Integer> places = new HashMap<>();
        int place = 0;
        for (Call call : document.calls()) {
            boolean same = own(call.from()).equals(call.from()) && own(call.to()).equals(call.to());
            List<String> key = Merge.key(call.between(own(call.from()), own(call.to())));
            if (same) {
                places.put(key, place);
            } else {
                places.putIfAbsent(key, place);
            }
            place++;
        }
        return calls.entrySet().stream()
                .sorted(Comparator.comparing(call -> Objects.requireNonNull(places.get(call.getKey()))))
                .map(Map.Entry::getValue).toList();
    }

    private String own(String name) {
        Joined group = groups.get(name);
        return group == null ? name : group.as();
    }

    /** A call as often as the caller's part of all requests makes it. */
    private Call shared(Call call) {
        Joined group = groups.get(call.from());
        Optional<Provenance> claim = claim(call, PER_REQUEST, call.perRequest());
        if (group == null || claim.isEmpty() || claim.get().format() == null) {
            return call;
        }
        List<Service> seen = group.seenBy(claim.get().format());
        return seen.size() < 2
                ? call
                : counted(call, Objects.requireNonNull(call.perRequest()) * share(call.from(), seen,
                        claim.get().format()), call.observedCalls(), call.provenance(), claim.get());
    }

    /** What part of all requests one of several is asked: as calls to them say, else as many as its replicas. */
    private double share(String name, List<Service> parts, String format) {
        double[] asked = parts.stream().mapToDouble(part -> asked(part.name(), format)).toArray();
        double[] replicas = parts.stream().mapToDouble(part -> Objects.requireNonNullElse(part.replicas(), 0.0))
                .toArray();
        double all = 0;
        double own = 0;
        for (int i = 0; i < parts.size(); i++) {
            double weight = isFull(asked) ? asked[i] : isFull(replicas) ? replicas[i] : 1;
            all += weight;
            own += parts.get(i).name().equals(name) ? weight : 0;
        }
        return own / all;
    }

    private static boolean isFull(double[] weights) {
        for (double weight : weights) {
            if (!(weight > 0)) {
                return false;
            }
        }
        return true;
    }

    private double asked(String name, String format) {
        return asked.getOrDefault(List.of(name, format), 0.0);
    }

    private static Optional<Provenance> claim(Call call, List<String> path, @Nullable Object value) {
        return value == null
                ? Optional.empty()
                : call.provenance().stream().filter(entry -> Claims.claims(entry, path, Fields.node(value)))
                        .findFirst();
    }

    private Call join(Call one, Call other) {
        Set<Provenance> provenance = new LinkedHashSet<>(one.provenance());
        provenance.addAll(other.provenance());
        Call filled = new Call(one.from(), one.to(), one.kind(), first(one.mode(), other.mode()),
                first(one.perRequest(), other.perRequest()), first(one.requestBytes(), other.requestBytes()),
                first(one.responseBytes(), other.responseBytes()),
                one.p50() == null && one.p99() == null ? other.p50() : one.p50(),
                one.p50() == null && one.p99() == null ? other.p99() : one.p99(),
                first(one.observedCalls(), other.observedCalls()), List.copyOf(provenance));
        Optional<Provenance> claim = claim(one, PER_REQUEST, one.perRequest());
        Optional<Provenance> theirs = claim(other, PER_REQUEST, other.perRequest());
        boolean oneFormat = claim.isPresent() && theirs.isPresent()
                && Objects.equals(claim.get().format(), theirs.get().format());
        return oneFormat
                ? counted(filled, Objects.requireNonNull(one.perRequest())
                        + Objects.requireNonNull(other.perRequest()), sum(one, other), filled.provenance(),
                        claim.get())
                : filled;
    }

    private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
        return one == null ? other : one;
    }

    private static @Nullable Long sum(Call one, Call other) {
        return one.observedCalls() == null || other.observedCalls() == null
                ? first(one.observedCalls(), other.observedCalls())
                : Long.valueOf(one.observedCalls() + other.observedCalls());
    }

    /** The call with other counts, and with claims on them where they changed. */
    private static Call counted(Call call, double perRequest, @Nullable Long observed, List<Provenance> known,
            Provenance like) {
        double rounded = new BigDecimal(perRequest).round(DIGITS).doubleValue();
        Set<Provenance> provenance = new LinkedHashSet<>(known);
        if (!Objects.equals(call.perRequest(), rounded)) {
            provenance.add(new Provenance(like.format(), like.file(),
                    "perRequest = " + Fields.text(rounded) + " (of all that were joined)"));
        }
        Call counted = new Call(call.from(), call.to(), call.kind(), call.mode(), rounded, call.requestBytes(),
                call.responseBytes(), call.p50(), call.p99(), observed, List.copyOf(provenance));
        if (observed != null && claim(counted, OBSERVED, observed).isEmpty()) {
            provenance.add(new Provenance(like.format(), like.file(), "observedCalls = " + observed));
        }
        return new Call(counted.from(), counted.to(), counted.kind(), counted.mode(), rounded,
                counted.requestBytes(), counted.responseBytes(), counted.p50(), counted.p99(), observed,
                List.copyOf(provenance));
    }
}
