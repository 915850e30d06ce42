package dev.tare.intake.kiali;

import dev.tare.intake.ImportFailed;
import dev.tare.intake.kiali.Node.Role;
import dev.tare.intake.tree.Tree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Nodes and edges of all graphs that came together, each once, and what leaves each node. */
final class Graph {
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Edge> edges = new LinkedHashMap<>();
    private final Map<String, List<Edge>> leaving = new HashMap<>();
    /** How many nodes go by a name or are led to by it, waypoints left out. */
    private final Map<String, Integer> known = new HashMap<>();
    private boolean outOfMesh;
    private boolean ambient;

    /** An edge between nodes. */
    record Edge(Node from, Node to, Traffic traffic) {}

    /** Takes one graph; nodes and edges that are known already count once. How many nodes it held. */
    int take(String upload, Tree elements) {
        int count = 0;
        for (Tree element : elements.at("nodes").items()) {
            Node node = Node.of(element.at("data"));
            if (node.id().isEmpty()) {
                throw ImportFailed.at(upload, element.line(), "elements.nodes[" + count + "].data.id", "an id", "none");
            }
            add(node);
            ambient |= element.at("data").value("isAmbient").filter("true"::equals).isPresent();
            outOfMesh |= element.at("data").value("isOutOfMesh").filter("true"::equals).isPresent();
            count++;
        }
        int at = 0;
        for (Tree element : elements.at("edges").items()) {
            edge(upload, element.at("data"), "elements.edges[" + at++ + "].data.");
        }
        return count;
    }

    private void add(Node node) {
        if (nodes.putIfAbsent(node.id(), node) == null && node.role() != Role.WAYPOINT) {
            Set<String> names = new LinkedHashSet<>(node.services());
            names.add(node.name());
            names.forEach(name -> known.merge(name, 1, Integer::sum));
        }
    }

    private void edge(String upload, Tree data, String path) {
        Node from = end(upload, data, path, "source");
        Node to = end(upload, data, path, "target");
        String protocol = data.at("traffic").value("protocol").orElse("");
        String id = data.value("id").orElse(from.id() + " " + to.id()) + " " + protocol;
        Edge edge = new Edge(from, to, Traffic.of(upload, data));
        if (edges.putIfAbsent(id, edge) == null) {
            leaving.computeIfAbsent(from.id(), node -> new ArrayList<>()).add(edge);
        }
    }

    private Node end(String upload, Tree data, String path, String which) {
        String id = data.value(which).orElse("");
        Node node = nodes.get(id);
        if (node == null) {
            throw ImportFailed.at(upload, Math.max(1, data.line()), path + which, "the id of a node",
                    id.isEmpty() ? "none" : "\"" + id + "\"");
        }
        return node;
    }

    Collection<Node> nodes() {
        return nodes.values();
    }

    Collection<Edge> edges() {
        return edges.values();
    }

    List<Edge> leaving(Node node) {
        return leaving.getOrDefault(node.id(), List.of());
    }

    /** Names of the cluster that lead to this node alone. */
    List<String> namesOf(Node node) {
        Predicate<String> alone = name -> known.getOrDefault(name, 0) == 1;
        return node.role() == Role.WAYPOINT ? List.of() : node.services().stream().filter(alone).distinct().toList();
    }

    boolean hasWaypoints() {
        return nodes.values().stream().anyMatch(node -> node.role() == Role.WAYPOINT);
    }

    /** Whether something was seen that the mesh does not carry. */
    boolean isPartlyOutOfMesh() {
        return outOfMesh;
    }

    /** Whether the mesh was seen to work without a proxy beside each replica. */
    boolean isAmbient() {
        return ambient;
    }
}
