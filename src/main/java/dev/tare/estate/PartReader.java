package dev.tare.estate;

import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Cost;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.EstateCost;
import dev.tare.estate.EstateDocument.External;
import dev.tare.estate.EstateDocument.Image;
import dev.tare.estate.EstateDocument.Layer;
import dev.tare.estate.EstateDocument.Load;
import dev.tare.estate.EstateDocument.Lock;
import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.estate.EstateDocument.Resource;
import dev.tare.estate.EstateDocument.Runtime;
import dev.tare.estate.EstateDocument.SavedShape;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Sidecar;
import dev.tare.estate.EstateDocument.Team;
import dev.tare.estate.EstateDocument.Work;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.type.TypeReference;

/** Reads the parts of one estate, a query a table whatever their number. */
final class PartReader {
    private static final TypeReference<List<Layer>> LAYERS = new TypeReference<>() {
    };
    private static final TypeReference<List<Provenance>> PROVENANCE = new TypeReference<>() {
    };

    private static final TypeReference<Map<String, String>> AXES = new TypeReference<>() {
    };
    private static final TypeReference<Map<String, Double>> FIGURES = new TypeReference<>() {
    };

    private final JdbcTemplate jdbc;
    private final long estate;
    private final Map<Integer, String> teams = new HashMap<>();
    private final Map<Integer, String> services = new HashMap<>();
    private final Map<Integer, List<Sidecar>> sidecars = new HashMap<>();
    private final Map<Integer, List<Cost>> costs = new HashMap<>();
    private final Map<Integer, List<String>> callers = new HashMap<>();

    PartReader(JdbcTemplate jdbc, long estate) {
        this.jdbc = jdbc;
        this.estate = estate;
    }

    PlacedDocument read() {
        List<Placed<Team>> team = all("team", "position", placed(PartReader::team));
        team.forEach(one -> teams.put(one.position(), one.value().name()));
        each("sidecar", "service, position", row -> add(sidecars, row.getInt("service"), sidecar(row)));
        each("hosting_cost", "service, position", row -> add(costs, row.getInt("service"), cost(row)));
        List<Placed<Service>> service = all("service", "position", placed(this::service));
        service.forEach(one -> services.put(one.position(), one.value().name()));
        List<Placed<Call>> calls = all("call", "position", placed(this::call));
        List<Placed<Entry>> entries = all("entry_point", "position", placed(this::entry));
        each("external_caller", "host, position", row -> add(callers, row.getInt("host"), serviceIn(row, "service")));
        return new PlacedDocument(team, service, calls, entries,
                all("external_host", "position", placed(this::external)),
                all("estate_cost", "position", placed(PartReader::estateCost)),
                all("saved_shape", "position", placed(PartReader::shape)),
                all("service_lock", "position", placed(this::lock)));
    }

    private interface Reading<T> {
        T from(ResultSet row) throws SQLException;
    }

    private interface Visit {
        void at(ResultSet row) throws SQLException;
    }

    private <T> List<T> all(String table, String order, RowMapper<T> mapper) {
        return jdbc.query(select(table, order), mapper, estate);
    }

    private void each(String table, String order, Visit visit) {
        jdbc.query(select(table, order), visit::at, estate);
    }

    private static String select(String table, String order) {
        return "select * from " + table + " where estate_id = ? order by " + order;
    }

    private static <T> RowMapper<Placed<T>> placed(Reading<T> reading) {
        return (row, _) -> new Placed<>(row.getInt("position"), reading.from(row));
    }

    private static <T> void add(Map<Integer, List<T>> lists, int place, T value) {
        lists.computeIfAbsent(place, _ -> new ArrayList<>(2)).add(value);
    }

    private static Team team(ResultSet row) throws SQLException {
        return new Team(row.getString("name"), number(row, "engineers"), number(row, "monthly_budget"));
    }

    private Service service(ResultSet row) throws SQLException {
        int position = row.getInt("position");
        Integer team = count(row, "team");
        return new Service(row.getString("name"), texts(row, "aliases"), team == null ? null : teams.get(team),
                row.getString("kind"), row.getString("namespace"), runtime(row), number(row, "replicas"),
                resource(row, "cpu"), resource(row, "memory"), image(row), number(row, "payload_bytes"), work(row),
                number(row, "deploys_per_month"), texts(row, "data_stores"), row.getString("isolation"), load(row),
                number(row, "log_bytes_per_request"), number(row, "metric_series"),
                sidecars.getOrDefault(position, List.of()), costs.getOrDefault(position, List.of()), provenance(row));
    }

    private static @Nullable Runtime runtime(ResultSet row) throws SQLException {
        String language = row.getString("language");
        String version = row.getString("language_version");
        return language == null && version == null ? null : new Runtime(language, version);
    }

    private static @Nullable Resource resource(ResultSet row, String what) throws SQLException {
        Resource read = new Resource(number(row, what + "_request"), number(row, what + "_limit"),
                number(row, what + "_used"));
        return read.equals(new Resource(null, null, null)) ? null : read;
    }

    private static @Nullable Image image(ResultSet row) throws SQLException {
        String builtAt = row.getString("image_built_at");
        String layers = row.getString("image_layers");
        Image read = new Image(row.getString("image_reference"), row.getString("image_digest"),
                number(row, "image_compressed_bytes"), number(row, "image_unpacked_bytes"),
                "[]".equals(layers) ? List.of() : Json.read(layers, LAYERS),
                builtAt == null ? null : Instant.parse(builtAt), count(row, "image_packages"),
                count(row, "image_vulnerabilities"), texts(row, "image_components"));
        return read.equals(new Image(null, null, null, null, List.of(), null, null, null)) ? null : read;
    }

    private static @Nullable Work work(ResultSet row) throws SQLException {
        Double p50 = number(row, "work_p50_ms");
        Double p99 = number(row, "work_p99_ms");
        return p50 == null && p99 == null ? null : new Work(p50, p99);
    }

    private static @Nullable Load load(ResultSet row) throws SQLException {
        String kind = row.getString("load_kind");
        Double peakToMean = number(row, "load_peak_to_mean");
        return kind == null && peakToMean == null ? null : new Load(kind, peakToMean);
    }

    private static Sidecar sidecar(ResultSet row) throws SQLException {
        return new Sidecar(row.getString("name"), row.getString("role"), row.getBoolean("native"),
                row.getString("image"), resource(row, "cpu"), resource(row, "memory"));
    }

    private static Cost cost(ResultSet row) throws SQLException {
        return new Cost(row.getString("category"), row.getBigDecimal("monthly"), row.getString("source"));
    }

    private static EstateCost estateCost(ResultSet row) throws SQLException {
        return new EstateCost(row.getString("category"), row.getBigDecimal("monthly"), row.getString("source"),
                row.getBoolean("counts"));
    }

    private Call call(ResultSet row) throws SQLException {
        long observed = row.getLong("observed_calls");
        Long observedCalls = row.wasNull() ? null : observed;
        return new Call(serviceIn(row, "caller"), serviceIn(row, "callee"), row.getString("kind"),
                row.getString("mode"), number(row, "per_request"), number(row, "request_bytes"),
                number(row, "response_bytes"), number(row, "p50_ms"), number(row, "p99_ms"), observedCalls,
                provenance(row));
    }

    private Entry entry(ResultSet row) throws SQLException {
        return new Entry(serviceIn(row, "service"), number(row, "mean_per_second"), number(row, "peak_per_second"));
    }

    private External external(ResultSet row) throws SQLException {
        return new External(row.getString("host"), callers.getOrDefault(row.getInt("position"), List.of()));
    }

    private static SavedShape shape(ResultSet row) throws SQLException {
        return new SavedShape(row.getString("name"), Json.read(row.getString("axes"), AXES),
                Json.read(row.getString("grouping"), Object.class), Json.read(row.getString("assumptions"), FIGURES),
                Json.read(row.getString("changes"), Changes.class));
    }

    private Lock lock(ResultSet row) throws SQLException {
        return new Lock(serviceIn(row, "service"), row.getString("keep"), serviceIn(row, "other"),
                row.getString("reason"));
    }

    private String serviceIn(ResultSet row, String column) throws SQLException {
        int position = row.getInt(column);
        String name = services.get(position);
        if (name == null) {
            throw new IllegalStateException("estate " + estate + " has no service at " + position);
        }
        return name;
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable Integer count(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }

    private static List<Provenance> provenance(ResultSet row) throws SQLException {
        String text = row.getString("provenance");
        return "[]".equals(text) ? List.of() : Json.read(text, PROVENANCE);
    }
}
