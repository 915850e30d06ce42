package dev.tare.estate;

import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Cost;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.EstateCost;
import dev.tare.estate.EstateDocument.External;
import dev.tare.estate.EstateDocument.Image;
import dev.tare.estate.EstateDocument.Load;
import dev.tare.estate.EstateDocument.Resource;
import dev.tare.estate.EstateDocument.Runtime;
import dev.tare.estate.EstateDocument.Lock;
import dev.tare.estate.EstateDocument.SavedShape;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Sidecar;
import dev.tare.estate.EstateDocument.Team;
import dev.tare.estate.EstateDocument.Work;
import dev.tare.estate.RowDiff.Keyed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of an estate as rows, table by table in the order in which they can be inserted. */
final class PartTables {
    private static final String RESOURCES = """
            cpu_request float8, cpu_limit float8, cpu_used float8,
            memory_request float8, memory_limit float8, memory_used float8""";
    static final Table TEAM = Table.of("team", 2, true, """
            estate_id bigint, position int, name, engineers float8, monthly_budget float8""");
    static final Table SERVICE = Table.of("service", 2, true, """
            estate_id bigint, position int, name, aliases text[], team int, kind, namespace, language,
            language_version, replicas float8,\s""" + RESOURCES + """
            , image_reference, image_digest, image_compressed_bytes float8, image_unpacked_bytes float8,
            image_layers jsonb, image_built_at, image_packages int, image_vulnerabilities int,
            image_components text[], payload_bytes float8,
            work_p50_ms float8, work_p99_ms float8, deploys_per_month float8, data_stores text[], isolation, load_kind,
            load_peak_to_mean float8, log_bytes_per_request float8, metric_series float8, provenance jsonb""");
    static final Table SIDECAR = Table.of("sidecar", 3, false, """
            estate_id bigint, service int, position int, name, role, native boolean, image,\s""" + RESOURCES);
    static final Table COST = Table.of("hosting_cost", 3, false, """
            estate_id bigint, service int, position int, category, monthly numeric, source""");
    static final Table ESTATE_COST = Table.of("estate_cost", 2, false, """
            estate_id bigint, position int, category, monthly numeric, source, counts boolean""");
    static final Table CALL = Table.of("call", 2, false, """
            estate_id bigint, position int, caller int, callee int, kind, mode, per_request float8,
            request_bytes float8, response_bytes float8, p50_ms float8, p99_ms float8, observed_calls bigint,
            provenance jsonb""");
    static final Table ENTRY = Table.of("entry_point", 2, false, """
            estate_id bigint, position int, service int, mean_per_second float8, peak_per_second float8""");
    static final Table HOST = Table.of("external_host", 2, true, """
            estate_id bigint, position int, host""");
    static final Table CALLER = Table.of("external_caller", 3, false, """
            estate_id bigint, host int, position int, service int""");
    static final Table SHAPE = Table.of("saved_shape", 2, true, """
            estate_id bigint, position int, name, axes, grouping, assumptions, changes""");
    static final Table LOCK = Table.of("service_lock", 2, false, """
            estate_id bigint, position int, service int, keep, other int, reason""");
    static final List<Table> ALL = List.of(TEAM, SERVICE, SIDECAR, COST, CALL, ENTRY, HOST, CALLER,
            ESTATE_COST, SHAPE, LOCK);

    private final long estate;
    private final Map<String, Integer> teams;
    private final Map<String, Integer> services;

    private PartTables(long estate, PlacedDocument whole) {
        this.estate = estate;
        this.teams = whole.teamPlaces();
        this.services = whole.servicePlaces();
    }

    /** The rows of some parts of a whole estate, each table's in the order of their key. */
    static Map<Table, List<Keyed>> of(long estate, PlacedDocument parts, PlacedDocument whole) {
        PartTables rows = new PartTables(estate, whole);
        Map<Table, List<Keyed>> tables = new LinkedHashMap<>();
        tables.put(TEAM, parts.teams().stream().map(rows::team).toList());
        tables.put(SERVICE, parts.services().stream().map(rows::service).toList());
        tables.put(SIDECAR, parts.services().stream().flatMap(one -> rows.sidecars(one).stream()).toList());
        tables.put(COST, parts.services().stream().flatMap(one -> rows.costs(one).stream()).toList());
        tables.put(CALL, parts.calls().stream().map(rows::call).toList());
        tables.put(ENTRY, parts.entries().stream().map(rows::entry).toList());
        tables.put(HOST, parts.external().stream().map(rows::host).toList());
        tables.put(CALLER, parts.external().stream().flatMap(one -> rows.callers(one).stream()).toList());
        tables.put(SHAPE, parts.shapes().stream().map(rows::shape).toList());
        tables.put(LOCK, parts.locks().stream().map(rows::lock).toList());
        tables.put(ESTATE_COST, parts.costs().stream().map(rows::estateCost).toList());
        return tables;
    }

    private Keyed team(Placed<Team> placed) {
        Team team = placed.value();
        return row().key(placed.position()).text(team.name()).number(team.engineers()).number(team.monthlyBudget())
                .keyed();
    }

    private Keyed service(Placed<Service> placed) {
        Service service = placed.value();
        RowText row = row().key(placed.position()).text(service.name()).texts(service.aliases());
        row.number(service.team() == null ? null : teams.get(service.team())).text(service.kind());
        row.text(service.namespace());
        runtime(row, service.runtime());
        row.number(service.replicas());
        resource(row, service.cpu());
        resource(row, service.memory());
        image(row, service.image());
        row.number(service.payloadBytes());
        work(row, service.workMs());
        row.number(service.deploysPerMonth()).texts(service.dataStores()).text(service.isolation());
        load(row, service.load());
        row.number(service.logBytesPerRequest()).number(service.metricSeries()).json(service.provenance());
        return row.keyed();
    }

    private static void runtime(RowText row, @Nullable Runtime runtime) {
        row.text(runtime == null ? null : runtime.language()).text(runtime == null ? null : runtime.version());
    }

    private static void resource(RowText row, @Nullable Resource resource) {
        Resource stated = resource == null ? new Resource(null, null, null) : resource;
        row.number(stated.request()).number(stated.limit()).number(stated.used());
    }

    private static void image(RowText row, @Nullable Image image) {
        Image stated = image == null ? new Image(null, null, null, null, List.of(), null, null, null) : image;
        row.text(stated.reference()).text(stated.digest()).number(stated.compressedBytes());
        row.number(stated.unpackedBytes()).json(stated.layers());
        row.text(stated.builtAt() == null ? null : stated.builtAt().toString());
        row.number(stated.packages()).number(stated.vulnerabilities()).texts(stated.components());
    }

    private static void work(RowText row, @Nullable Work work) {
        row.number(work == null ? null : work.p50()).number(work == null ? null : work.p99());
    }

    private static void load(RowText row, @Nullable Load load) {
        row.text(load == null ? null : load.kind()).number(load == null ? null : load.peakToMean());
    }

    private List<Keyed> sidecars(Placed<Service> placed) {
        List<Keyed> rows = new ArrayList<>();
        for (Sidecar sidecar : placed.value().sidecars()) {
            RowText row = row().key(placed.position()).key(rows.size()).text(sidecar.name()).text(sidecar.role());
            row.text(Boolean.toString(sidecar.isNative())).text(sidecar.image());
            resource(row, sidecar.cpu());
            resource(row, sidecar.memory());
            rows.add(row.keyed());
        }
        return rows;
    }

    private List<Keyed> costs(Placed<Service> placed) {
        List<Keyed> rows = new ArrayList<>();
        for (Cost cost : placed.value().costs()) {
            rows.add(row().key(placed.position()).key(rows.size()).text(cost.category()).amount(cost.monthly())
                    .text(cost.source()).keyed());
        }
        return rows;
    }

    private Keyed estateCost(Placed<EstateCost> placed) {
        EstateCost cost = placed.value();
        return row().key(placed.position()).text(cost.category()).amount(cost.monthly()).text(cost.source())
                .text(Boolean.toString(cost.counts())).keyed();
    }

    private Keyed call(Placed<Call> placed) {
        Call call = placed.value();
        RowText row = row().key(placed.position()).number(services.get(call.from())).number(services.get(call.to()));
        row.text(call.kind()).text(call.mode()).number(call.perRequest()).number(call.requestBytes());
        row.number(call.responseBytes()).number(call.p50()).number(call.p99()).number(call.observedCalls());
        return row.json(call.provenance()).keyed();
    }

    private Keyed entry(Placed<Entry> placed) {
        Entry entry = placed.value();
        return row().key(placed.position()).number(services.get(entry.service())).number(entry.meanPerSecond())
                .number(entry.peakPerSecond()).keyed();
    }

    private Keyed host(Placed<External> placed) {
        return row().key(placed.position()).text(placed.value().host()).keyed();
    }

    private List<Keyed> callers(Placed<External> placed) {
        List<Keyed> rows = new ArrayList<>();
        for (String caller : placed.value().from()) {
            rows.add(row().key(placed.position()).key(rows.size()).number(services.get(caller)).keyed());
        }
        return rows;
    }

    private Keyed shape(Placed<SavedShape> placed) {
        SavedShape shape = placed.value();
        return row().key(placed.position()).text(shape.name()).text(Json.write(shape.axes()))
                .text(Json.write(shape.grouping())).text(Json.write(shape.assumptions()))
                .text(Json.write(shape.changes())).keyed();
    }

    private Keyed lock(Placed<Lock> placed) {
        Lock lock = placed.value();
        return row().key(placed.position()).number(services.get(lock.service())).text(lock.keep())
                .number(services.get(lock.other())).text(lock.reason()).keyed();
    }

    private RowText row() {
        return new RowText(estate);
    }
}
