package dev.tare.intake.prometheus;

import dev.tare.intake.ImportFailed;
import dev.tare.outgoing.Answer;
import dev.tare.intake.live.Peer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a server in PromQL over its HTTP API.
 *
 * @see <a href="https://prometheus.io/docs/prometheus/latest/querying/api/">the API</a>
 */
final class Server {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final double MILLIS = 1e3;

    private final Peer peer;
    private final Set<String> warnings = new LinkedHashSet<>();
    private int series;

    Server(Peer peer) {
        this.peer = peer;
    }

    String name() {
        return peer.name();
    }

    /** What it was in doubt about. */
    Set<String> warnings() {
        return warnings;
    }

    /** How many series it answered in all. */
    int series() {
        return series;
    }

    /** All series at one time. Values that are no numbers are left out. */
    List<Row> query(String promql, Instant at) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("query", promql);
        parameters.put("time", seconds(at));
        List<Row> rows = new ArrayList<>();
        for (JsonNode one : results("/api/v1/query", parameters, "vector")) {
            double value = number(one.path("value").path(1));
            if (!Double.isNaN(value) && !Double.isInfinite(value)) {
                rows.add(new Row(labels(one.path("metric")), value));
            }
        }
        series += rows.size();
        return rows;
    }

    /** The first and last time, at steps between two times, at which an expression has a value. */
    Optional<Instant[]> present(String promql, Instant start, Instant end, long step) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("query", promql);
        parameters.put("start", seconds(start));
        parameters.put("end", seconds(end));
        parameters.put("step", Long.toString(step));
        JsonNode values = results("/api/v1/query_range", parameters, "matrix").path(0).path("values");
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new Instant[]{ time(values.path(0)), time(values.path(values.size() - 1)) });
    }

    private static Instant time(JsonNode value) {
        return Instant.ofEpochMilli(Math.round(value.path(0).asDouble() * MILLIS));
    }

    private static String seconds(Instant at) {
        return BigDecimal.valueOf(at.toEpochMilli(), 3).toPlainString();
    }

    private JsonNode results(String path, Map<String, String> parameters, String type) {
        Answer answer = peer.ask(path, parameters);
        JsonNode json = json(answer);
        if (json.path("status").asString("").equals("error")) {
            throw peer.trouble("an answer to " + parameters.get("query"),
                    json.path("errorType").asString("error") + ": " + json.path("error").asString(""));
        }
        peer.good(answer);
        JsonNode data = json.path("data");
        if (!json.path("status").asString("").equals("success") || !data.path("resultType").asString("").equals(type)) {
            throw noPrometheus();
        }
        json.path("warnings").forEach(warning -> warnings.add(warning.asString("")));
        return data.path("result");
    }

    private JsonNode json(Answer answer) {
        try {
            return JSON.readTree(answer.bytes());
        } catch (JacksonException notJson) {
            peer.good(answer);
            throw noPrometheus();
        }
    }

    private ImportFailed noPrometheus() {
        return peer.trouble(peer.title(), "a server that answers, but not as one");
    }

    private static Map<String, String> labels(JsonNode metric) {
        Map<String, String> labels = new LinkedHashMap<>();
        metric.properties().forEach(label -> labels.put(label.getKey(), label.getValue().asString("")));
        return labels;
    }

    private static double number(JsonNode text) {
        try {
            return Double.parseDouble(text.asString(""));
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }
}
