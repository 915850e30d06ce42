package dev.tare.estate.web;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.site.Invalid.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A row a call, with the fields it has in the form of its caller. */
record GridCalls() implements GridKind<Call> {
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final List<Field> FIELDS = Stream.concat(Stream.of(Field.text(FROM, "Caller", "services", "")),
            ServiceSchema.SCHEMA.list(ServicePart.CALLS).fields().stream()).toList();

    @Override
    public String list() {
        return "calls";
    }

    @Override
    public String one() {
        return "call";
    }

    @Override
    public int names() {
        return 2;
    }

    @Override
    public List<Field> fields(EstateDocument document) {
        return FIELDS;
    }

    @Override
    public List<String> usual(EstateDocument document) {
        return FIELDS.stream().map(Field::path).toList();
    }

    /** Several calls may join the same two services: the second is told apart by a number. */
    @Override
    public List<Row<Call>> rows(EstateDocument document) {
        Map<String, Integer> seen = new HashMap<>();
        List<Row<Call>> rows = new ArrayList<>();
        for (Call call : document.calls()) {
            String pair = call.from() + " → " + call.to();
            int nth = seen.merge(pair, 1, Integer::sum);
            rows.add(new Row<>(nth == 1 ? pair : pair + " #" + nth, call));
        }
        return rows;
    }

    @Override
    public ObjectNode tree(Call call) {
        return ServicePart.startupOrderIsAMode(Trees.of(call));
    }

    @Override
    public @Nullable Problem problem(EstateDocument document, @Nullable Call was, ObjectNode tree) {
        for (String end : List.of(FROM, TO)) {
            if (tree.path(end).asString("").isEmpty()) {
                return Problem.at(end, "a service", "nothing");
            }
        }
        return null;
    }

    @Override
    public boolean emptied(ObjectNode tree) {
        return tree.path(FROM).asString("").isEmpty() && tree.path(TO).asString("").isEmpty();
    }

    @Override
    public Call read(@Nullable Call was, ObjectNode tree) {
        return Trees.to(ServicePart.modeIsStartupOrder(tree.deepCopy()), Call.class);
    }

    @Override
    public EstateDocument put(EstateDocument document, @Nullable Call was, Call is) {
        List<Call> calls = new ArrayList<>(document.calls());
        int at = place(calls, was);
        if (at < 0) {
            calls.add(is);
        } else {
            calls.set(at, is);
        }
        return document.withCalls(calls);
    }

    @Override
    public EstateDocument remove(EstateDocument document, Call part) {
        List<Call> calls = new ArrayList<>(document.calls());
        calls.remove(place(calls, part));
        return document.withCalls(calls);
    }

    /** This very call: another may say the same. */
    private static int place(List<Call> calls, @Nullable Call call) {
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i) == call) {
                return i;
            }
        }
        return -1;
    }

    /** What a form calls a mode may be a kind. */
    @Override
    public String column(Call part, String path) {
        return path.equals("kind") ? "mode" : path;
    }
}
