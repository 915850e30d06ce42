package dev.tare.intake.kiali;

import dev.tare.intake.tree.Tree;
import java.util.List;
import java.util.Optional;

/**
 * One node of a graph.
 *
 * @param id       as edges name it
 * @param role     what it stands for
 * @param name     the workload, else the application, else the service
 * @param services names of cluster services that lead to it
 */
record Node(String id, Role role, String name, String namespace, List<String> services, int line) {
    /** What a node stands for. */
    enum Role {
        /** Something that runs. */
        SERVICE,
        /** A name of the cluster in front of workloads. */
        NAME,
        /** A host outside the mesh. */
        HOST,
        /** The mesh's own proxy for others. */
        WAYPOINT,
        /** Whoever calls from outside, and what has no name. */
        OUTSIDE,
        /** A frame drawn around others. */
        BOX
    }

    static Node of(Tree data) {
        String service = data.value("service").orElse("");
        Role role = role(data, service);
        String name = Optional.of(service).filter(text -> role == Role.NAME || role == Role.HOST)
                .or(() -> data.value("workload").filter(text -> !text.equals("unknown")))
                .or(() -> data.value("app")).orElse(service);
        boolean nameless = name.isBlank() && role != Role.BOX;
        return new Node(data.value("id").orElse(""), nameless ? Role.OUTSIDE : role, nameless ? "unknown" : name,
                data.value("namespace").orElse(""),
                data.at("destServices").items().stream().flatMap(each -> each.value("name").stream()).toList(),
                data.line());
    }

    private static Role role(Tree data, String service) {
        String type = data.value("nodeType").orElse("");
        boolean nowhere = data.value("namespace").orElse("unknown").equals("unknown");
        if (type.equals("box") || !data.value("isBox").orElse("").isEmpty()) {
            return Role.BOX;
        }
        if (type.equals("service")) {
            boolean host = nowhere || !data.at("isServiceEntry").isNothing() || service.endsWith("Cluster")
                    || data.value("isEgressCluster").filter("true"::equals).isPresent();
            return host ? Role.HOST : Role.NAME;
        }
        if (type.equals("unknown") || nowhere && service.isEmpty()
                && data.value("workload").orElse("unknown").equals("unknown")) {
            return Role.OUTSIDE;
        }
        return data.value("isWaypoint").filter("true"::equals).isPresent() ? Role.WAYPOINT : Role.SERVICE;
    }
}
