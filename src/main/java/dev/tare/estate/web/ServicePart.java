package dev.tare.estate.web;

import dev.tare.estate.Edits;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.site.Invalid.Problem;
import dev.tare.site.Quantity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A service together with the calls it makes, which are entered on its page. */
final class ServicePart implements Part {
    static final String CALLS = "calls";
    /** Ticked in a row of a call whose callee is to be registered too. */
    static final String CREATE = "create";
    private static final String MODE_BESIDE = "modeBesideStartupOrder";

    @Override
    public Schema schema() {
        return ServiceSchema.SCHEMA;
    }

    @Override
    public String list() {
        return "services";
    }

    @Override
    public String word() {
        return "service";
    }

    @Override
    public String key() {
        return "name";
    }

    @Override
    public Optional<ObjectNode> find(EstateDocument document, String name) {
        return document.services().stream().filter(service -> service.name().equals(name)).findFirst()
                .map(service -> tree(document, service));
    }

    private static ObjectNode tree(EstateDocument document, Service service) {
        ObjectNode tree = Trees.of(service);
        ArrayNode calls = tree.arrayNode();
        document.calls().stream().filter(call -> call.from().equals(service.name())).forEach(call -> {
            ObjectNode row = Trees.of(call);
            row.remove("from");
            startupOrderIsAMode(row);
            calls.add(row);
        });
        return calls.isEmpty() ? tree : tree.set(CALLS, calls);
    }

    /** On the page, "start-up order only" is one of the ways in which a service needs another; a mode stated beside it waits. */
    static ObjectNode startupOrderIsAMode(ObjectNode row) {
        if (row.path("kind").asString("").equals(ServiceSchema.STARTUP_ORDER)) {
            row.remove("kind");
            Tree.put(row, MODE_BESIDE, row.get("mode"));
            row.put("mode", ServiceSchema.STARTUP_ORDER);
        }
        return row;
    }

    static ObjectNode modeIsStartupOrder(ObjectNode row) {
        JsonNode beside = row.remove(MODE_BESIDE);
        if (row.path("mode").asString("").equals(ServiceSchema.STARTUP_ORDER)) {
            Tree.put(row, "mode", beside);
            row.put("kind", ServiceSchema.STARTUP_ORDER);
        }
        return row;
    }

    @Override
    public UnaryOperator<EstateDocument> put(@Nullable String was, ObjectNode tree) {
        ObjectNode own = tree.deepCopy();
        JsonNode rows = own.remove(CALLS);
        Service service = Trees.to(own, Service.class);
        List<Call> calls = rows == null
                ? List.of()
                : rows.valueStream().map(row -> call(service.name(), (ObjectNode) row)).toList();
        return document -> {
            EstateDocument stored = Edits.putService(was, service).apply(document);
            EstateDocument known = withCallees(stored, calls);
            return Edits.putCallsFrom(service.name(), calls).apply(known);
        };
    }

    private static Call call(String from, ObjectNode row) {
        ObjectNode call = row.deepCopy();
        call.remove(CREATE);
        modeIsStartupOrder(call);
        return Trees.to(call.put("from", from), Call.class);
    }

    private static EstateDocument withCallees(EstateDocument document, List<Call> calls) {
        Set<String> known = names(document);
        Set<String> unknown = new LinkedHashSet<>();
        calls.stream().map(Call::to).filter(to -> !known.contains(to)).forEach(unknown::add);
        List<Service> all = new ArrayList<>(document.services());
        unknown.forEach(name -> all.add(Service.named(name)));
        return document.withServices(all);
    }

    /** Every name and alias a callee may be called by. */
    static Set<String> names(EstateDocument document) {
        Set<String> names = new HashSet<>();
        document.services().forEach(service -> {
            names.add(service.name());
            names.addAll(service.aliases());
        });
        return names;
    }

    @Override
    public List<Problem> problems(EstateDocument document, ObjectNode tree) {
        Set<String> known = names(document);
        known.add(tree.path("name").asString(""));
        List<Problem> problems = new ArrayList<>();
        int index = 0;
        for (JsonNode row : tree.path(CALLS)) {
            String at = CALLS + "[" + index++ + "].";
            String callee = row.path("to").asString("");
            if (callee.isEmpty()) {
                problems.add(Problem.at(at + "to", "the service that is called", "nothing"));
            } else if (!known.contains(callee) && !row.path(CREATE).asBoolean(false)) {
                problems.add(Problem.at(at + "to", "a service of this estate, or a tick at 'new service'", callee));
            }
            if (row.has("p50") && row.has("p99") && row.get("p99").asDouble() < row.get("p50").asDouble()) {
                problems.add(
                        Problem.at(at + "p99", "not less than p50", Quantity.TIME.write(row.get("p99").asDouble())));
            }
        }
        return problems;
    }
}
