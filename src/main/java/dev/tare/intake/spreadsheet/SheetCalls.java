package dev.tare.intake.spreadsheet;

import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.intake.Claims;
import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.spreadsheet.SheetRows.Item;
import dev.tare.intake.trace.Flow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The calls of all tables. A number for each request is taken as it is; counted calls, or calls a second, are divided by
 * what arrives at their caller.
 */
final class SheetCalls {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private static final String PER_REQUEST = "perRequest";
    private static final String OBSERVED = "observedCalls";
    private static final String RATE = "rate";
    static final String STARTUP_ORDER = "startup-order";
    /** More calls than this for one request are a count of calls. */
    private static final double MOST_PER_REQUEST = 100;

    private final Map<Key, Seen> calls = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private record Key(String from, String to, String kind) {}

    /** What tables say of one call, in which rows; {@code rests} are what their unknown columns said. */
    private record Seen(String file, List<Integer> lines, ObjectNode values, Set<List<String>> rests) {}

    /** A table of calls. */
    void add(String file, Heading heading, SheetRows table) {
        boolean counted = table.items().stream().anyMatch(item -> isCount(heading, item));
        if (counted) {
            findings.add(Finding.of(Severity.INFO, "calls-counted",
                    "The column calls is read as counted calls: nobody makes that many for one request.",
                    "Call the column calls per request if it is that.").at(file, 1, null));
        }
        for (Item item : table.items()) {
            if (counted && item.values().has(PER_REQUEST)) {
                item.values().set(OBSERVED, item.values().remove(PER_REQUEST));
            }
            add(file, table, item);
        }
    }

    private static boolean isCount(Heading heading, Item item) {
        return item.values().path(PER_REQUEST).asDouble(0) > MOST_PER_REQUEST && heading.places().stream()
                .anyMatch(place -> Column.plain(place.written()).equals("calls"));
    }

    private void add(String file, SheetRows table, Item item) {
        ObjectNode values = item.values();
        Key key = new Key(values.path("from").asString(), values.path("to").asString(),
                values.path("kind").asString("call"));
        Seen earlier = calls.putIfAbsent(key, new Seen(file, new ArrayList<>(List.of(item.line())), values,
                new HashSet<>(Set.of(item.rest()))));
        if (earlier != null && !earlier.rests().add(item.rest())) {
            table.wrong(item.line(), "from", "every call once", "\"" + key.from() + " → " + key.to()
                    + "\" a second time");
        } else if (earlier != null) {
            earlier.lines().add(item.line());
            Stream.of(PER_REQUEST, OBSERVED, RATE).forEach(field -> sum(earlier.values(), values, field));
        }
    }

    /** Rows for several endpoints of one pair are one call, made as often as all of them. */
    private static void sum(ObjectNode sum, ObjectNode more, String field) {
        if (sum.has(field) || more.has(field)) {
            double both = sum.path(field).asDouble(0) + more.path(field).asDouble(0);
            sum.put(field, both);
        }
    }

    /** A call that the row of its caller names, one of many. */
    void named(String file, String from, String to, String kind, int line) {
        ObjectNode values = JSON.createObjectNode().put("from", from).put("to", to).put("kind", kind);
        calls.putIfAbsent(new Key(from, to, kind), new Seen(file, List.of(line), values, Set.of()));
    }

    private static boolean isDependency(Seen seen) {
        return seen.rests().isEmpty() && seen.values().path("kind").asString().equals(STARTUP_ORDER);
    }

    /** Who calls or is called. */
    Collection<String> names() {
        return calls.keySet().stream().flatMap(key -> Stream.of(key.from(), key.to())).distinct().toList();
    }

    List<Call> calls() {
        Flow counts = flow(OBSERVED);
        Flow rates = flow(RATE);
        return calls.entrySet().stream().map(call -> call(call.getKey(), call.getValue(), counts, rates)).toList();
    }

    private Flow flow(String field) {
        Flow flow = new Flow();
        calls.forEach((key, seen) -> {
            if (seen.values().has(field)) {
                flow.add(key.from(), key.to(), seen.values().path(field).asDouble());
            }
        });
        return flow;
    }

    private static Call call(Key key, Seen seen, Flow counts, Flow rates) {
        ObjectNode values = seen.values();
        String rows = (seen.lines().size() == 1 ? "row " : "rows ")
                + seen.lines().stream().map(String::valueOf).collect(Collectors.joining(", "));
        Long observed = values.has(OBSERVED) ? Long.valueOf(Math.round(values.path(OBSERVED).asDouble())) : null;
        Share share = values.has(PER_REQUEST)
                ? new Share(Double.valueOf(values.path(PER_REQUEST).asDouble()), rows)
                : values.has(OBSERVED)
                        ? share(key, values.path(OBSERVED).asDouble(), counts, "calls", rows)
                        : values.has(RATE)
                                ? share(key, values.path(RATE).asDouble(), rates, "calls in that time", rows)
                                : new Share(null, rows);
        Call read = JSON.treeToValue(values.deepCopy().put("kind", key.kind()).without(OBSERVED),
                Call.class);
        Call call = new Call(key.from(), key.to(), key.kind(), read.mode(), share.perRequest(), read.requestBytes(),
                read.responseBytes(), read.p50(), read.p99(), observed, List.of());
        return withClaims(call, seen.file(), share.note(), rows);
    }

    /** A claim on each value, so that the same table may update it and typed values stay. */
    private static Call withClaims(Call call, String file, String note, String rows) {
        List<Provenance> claims = new ArrayList<>(Claims.ofCall(SpreadsheetReader.FORMAT, file, call.perRequest(),
                call.observedCalls(), call.mode(), note));
        Map<String, @Nullable Double> others = new LinkedHashMap<>();
        others.put("requestBytes", call.requestBytes());
        others.put("responseBytes", call.responseBytes());
        others.put("p50", call.p50());
        others.put("p99", call.p99());
        others.forEach((field, value) -> {
            if (value != null) {
                claims.add(Claims.of(SpreadsheetReader.FORMAT, file, field, value, rows));
            }
        });
        return new Call(call.from(), call.to(), call.kind(), call.mode(), call.perRequest(), call.requestBytes(),
                call.responseBytes(), call.p50(), call.p99(), call.observedCalls(), claims);
    }

    private record Share(@Nullable Double perRequest, String note) {}

    private static Share share(Key key, double amount, Flow flow, String what, String rows) {
        double requests = flow.requests(key.from());
        return requests <= 0
                ? new Share(null, rows)
                : new Share(amount / requests, "%s: %s %s, %s%s requests at %s".formatted(rows, plain(amount), what,
                        flow.isSupposed(key.from()) ? "supposing " : "", plain(requests), key.from()));
    }

    private static String plain(double amount) {
        return amount == Math.rint(amount) ? "%.0f".formatted(amount) : String.valueOf(amount);
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        if (calls.values().stream().anyMatch(SheetCalls::isDependency)) {
            all.add(Finding.of(Severity.INFO, "depends-on",
                    "What a service depends on is kept as start-up order, not as calls.",
                    "Name the column calls if they are calls."));
        }
        List<String> supposed = Stream.of(flow(OBSERVED), flow(RATE)).flatMap(flow -> flow.names().stream()
                .filter(flow::isSupposed)).distinct().limit(5).toList();
        if (!supposed.isEmpty()) {
            all.add(Finding.of(Severity.INFO, "requests-supposed",
                    "Nothing is seen to call " + String.join(", ", supposed)
                            + ": its most frequent call is taken as once a request.",
                    null));
        }
        return all;
    }
}
