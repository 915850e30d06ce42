package dev.tare.estate.web;

import dev.tare.estate.Edits;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.site.Invalid.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A row a service: the fields of its form that hold one value, and a column for each category of hosting costs. */
record GridServices() implements GridKind<Service> {
    private static final List<Field> ONE_VALUE = ServiceSchema.SCHEMA.fields()
            .filter(field -> !(field.kind() instanceof Kind.Lines || field.kind() instanceof Kind.Layers)).toList();
    private static final List<String> USUAL = List.of("team", "runtime.language", "replicas", "cpu.request", "cpu.used",
            "memory.request", "memory.used", "image.compressedBytes", "payloadBytes", "workMs.p50", "workMs.p99",
            "load.peakToMean");

    @Override
    public String list() {
        return "services";
    }

    @Override
    public String one() {
        return "service";
    }

    @Override
    public int names() {
        return 1;
    }

    @Override
    public List<Field> fields(EstateDocument document) {
        return Stream.concat(ONE_VALUE.stream(), GridCosts.fields(document).stream()).toList();
    }

    @Override
    public List<String> usual(EstateDocument document) {
        return Stream.concat(USUAL.stream(), GridCosts.usual(document).stream()).toList();
    }

    @Override
    public List<Row<Service>> rows(EstateDocument document) {
        return document.services().stream().map(service -> new Row<>(service.name(), service)).toList();
    }

    @Override
    public ObjectNode tree(Service service) {
        return GridCosts.spread(Trees.of(service), service);
    }

    @Override
    public @Nullable Problem problem(EstateDocument document, @Nullable Service was, ObjectNode tree) {
        String name = tree.path("name").asString("");
        if (name.isEmpty()) {
            return Problem.at("name", "a name", "nothing");
        }
        boolean renamed = was == null || !was.name().equals(name);
        if (renamed && document.services().stream().anyMatch(service -> service.name().equals(name))) {
            return Problem.at("name", "a name that is not taken", name);
        }
        return GridCosts.problem(was, tree);
    }

    /** A service goes on its own page, where it is said what goes with it. */
    @Override
    public boolean emptied(ObjectNode tree) {
        return false;
    }

    @Override
    public Service read(@Nullable Service was, ObjectNode tree) {
        ObjectNode own = tree.deepCopy();
        own.remove(GridCosts.COSTS);
        Service read = Trees.to(own, Service.class);
        return read.withCosts(GridCosts.gathered(was, tree), read.provenance());
    }

    @Override
    public EstateDocument put(EstateDocument document, @Nullable Service was, Service is) {
        return Edits.putService(was == null ? null : was.name(), is).apply(document);
    }

    @Override
    public EstateDocument remove(EstateDocument document, Service part) {
        return Edits.removeService(part.name()).apply(document);
    }

    @Override
    public String column(Service part, String path) {
        return GridCosts.column(part, path);
    }
}
