package dev.tare.intake.opencost;

import dev.tare.intake.ImportFailed;
import dev.tare.intake.Upload;
import dev.tare.intake.container.PodName;
import dev.tare.intake.cost.Charge;
import dev.tare.intake.cost.Days;
import dev.tare.intake.cost.Label;
import dev.tare.intake.cost.Row;
import dev.tare.intake.cost.Tally;
import dev.tare.intake.tree.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Streams the allocations of one file: objects with a total cost, wherever they stand. */
final class Allocations {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    private static final int DEEPEST = 8;
    private static final Set<String> NOT_ONE = Set.of("allocations", "window");
    /** What a total is made of, for allocations whose total is null. */
    private static final List<String> PARTS = List.of("cpuCost", "cpuCostAdjustment", "gpuCost", "gpuCostAdjustment",
            "ramCost", "ramCostAdjustment", "pvCost", "pvCostAdjustment", "networkCost", "networkCostAdjustment",
            "loadBalancerCost", "loadBalancerCostAdjustment", "sharedCost", "externalCost");

    private final Upload file;
    private final Tally tally;
    private final Windows windows;
    private int count;

    private Allocations(Upload file, Tally tally, Windows windows) {
        this.file = file;
        this.tally = tally;
        this.windows = windows;
    }

    static int read(Upload file, Tally tally, Windows windows) {
        Allocations allocations = new Allocations(file, tally, windows);
        try (InputStream in = file.content().open(); JsonParser parser = JSON.createParser(in)) {
            allocations.read(parser);
        } catch (JacksonException broken) {
            throw ImportFailed.at(file.name(), Math.max(1, broken.getLocation().getLineNr()), null, "JSON",
                    Trees.problem(broken));
        } catch (IOException e) {
            throw ImportFailed.at(file.name(), null, null, "a file that can be read to its end",
                    String.valueOf(e.getMessage()));
        }
        return allocations.count;
    }

    /** An allocation is the value of a property of an object in a list; what is above is only walked through. */
    private void read(JsonParser parser) {
        int depth = 0;
        boolean inData = false;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.PROPERTY_NAME && depth == 1) {
                inData = parser.currentName().equals("data");
            } else if (token == JsonToken.START_OBJECT && isAllocation(parser, inData, depth)) {
                String key = String.valueOf(parser.streamReadContext().getParent().currentName());
                allocation(parser.currentLocation().getLineNr(), key, JSON.readTree(parser));
            } else if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                depth = deeper(depth, parser);
            } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
                depth--;
            }
        }
    }

    private int deeper(int depth, JsonParser parser) {
        if (depth == DEEPEST) {
            throw ImportFailed.at(file.name(), parser.currentLocation().getLineNr(), null, "sets of allocations",
                    "something nested deeper");
        }
        return depth + 1;
    }

    /** In {@code data: [{name: allocation}]}, {@code data: {name: allocation}} and {@code data: {sets: [{allocations: …}]}}. */
    private static boolean isAllocation(JsonParser parser, boolean inData, int depth) {
        TokenStreamContext around = parser.streamReadContext().getParent();
        return inData && depth >= 2 && around.inObject() && !NOT_ONE.contains(String.valueOf(around.currentName()));
    }

    private void allocation(int line, String key, JsonNode allocation) {
        refuseOthers(line, key, allocation);
        BigDecimal total = cost(allocation, "totalCost", line);
        if (!allocation.path("totalCost").isNumber()) {
            total = PARTS.stream().map(part -> cost(allocation, part, line)).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
        JsonNode window = allocation.path("window");
        String start = window.path("start").asString(allocation.path("start").asString(""));
        windows.add(start, window.path("end").asString(allocation.path("end").asString("")));
        tally.add(new Charge("", "", Days.day(start).orElse(null), null, category(allocation), labels(allocation),
                total));
        count++;
    }

    private BigDecimal cost(JsonNode allocation, String name, int line) {
        JsonNode cost = allocation.path(name);
        if (cost.isMissingNode() || cost.isNull()) {
            return BigDecimal.ZERO;
        }
        if (!cost.isNumber() || Math.abs((long) cost.decimalValue().scale()) > 100) {
            throw ImportFailed.at(file.name(), line, name, "an amount of money", cost.toString());
        }
        return cost.decimalValue();
    }

    /** Cost of disks and the like, and sums of many allocations, look alike and are told for nothing that runs. */
    private void refuseOthers(int line, String key, JsonNode allocation) {
        boolean asset = allocation.path("type").isString() && allocation.path("properties").has("category");
        boolean sum = key.equals("combined") && allocation.path("name").asString("").isEmpty();
        if (asset || sum) {
            throw ImportFailed.at(file.name(), line, "data", "allocations: the answer of /allocation", asset
                    ? "an asset (" + allocation.path("type").asString() + "), of the answer of /assets"
                    : "the sum of all allocations alone");
        }
    }

    /** The last step of a name: keys put together are written {@code cluster/namespace/name}. */
    private static String lastStep(JsonNode allocation) {
        String name = allocation.path("name").asString("");
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** Idle, unallocated and unmounted cost is of nothing that runs, whatever else its key says. */
    private static String category(JsonNode allocation) {
        String name = lastStep(allocation);
        return name.startsWith("__") && name.endsWith("__") && name.length() > 4
                ? name.substring(2, name.length() - 2)
                : "cluster";
    }

    private static Map<String, String> labels(JsonNode allocation) {
        JsonNode properties = allocation.path("properties");
        Map<String, String> labels = new LinkedHashMap<>();
        properties.path("labels").properties()
                .forEach(label -> labels.put(Label.TAG + label.getKey(), label.getValue().asString("")));
        return Row.labels(labels, Label.NAME, workload(allocation, properties), Label.NAMESPACE,
                properties.path("namespace").asString(""), Label.ACCOUNT, properties.path("cluster").asString(""));
    }

    /** What a cost is of: its controller, else what its pod's name or its own says ({@code deployment:web} is web). */
    private static String workload(JsonNode allocation, JsonNode properties) {
        String controller = properties.path("controller").asString("");
        String pod = properties.path("pod").asString("");
        String name = lastStep(allocation).replaceFirst("^[a-z]+:(?=.)", "");
        return !controller.isEmpty() ? controller : name.equals(pod) ? PodName.of(pod).workload() : name;
    }
}
