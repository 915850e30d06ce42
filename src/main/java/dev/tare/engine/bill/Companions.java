package dev.tare.engine.bill;

import dev.tare.engine.Service;
import dev.tare.engine.Service.Role;
import dev.tare.engine.Service.Sidecar;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The registered sidecars of each unit, by what becomes of them. Services that share a process share its helpers: a
 * helper of the same name runs once beside the unit, with the largest request anyone states for it.
 */
final class Companions {
    /** What becomes of a sidecar when the shape changes. */
    enum Kind {
        /** The wiring replaces it. */
        MESH,
        /** The watching option replaces it: logging, metrics and security helpers. */
        WATCHING,
        /** It stays with its unit: secrets, config, database and other helpers. */
        STAYING;

        static Kind of(Role role) {
            return switch (role) {
                case MESH -> MESH;
                case LOGGING, METRICS, SECURITY -> WATCHING;
                case SECRETS, CONFIG, DATABASE, OTHER -> STAYING;
            };
        }
    }

    private static final Companions.Column NONE = new Column(0);
    private final Column[] columns = new Column[Kind.values().length];

    /** One kind, unit by unit: how many, what they ask for, and how many of them do not say. */
    static final class Column {
        private final int[] count;
        private final double[] cpu;
        private final double[] memory;
        private final int[] cpuUnstated;
        private final int[] memoryUnstated;

        private Column(int units) {
            count = new int[units];
            cpu = new double[units];
            memory = new double[units];
            cpuUnstated = new int[units];
            memoryUnstated = new int[units];
        }

        int count(int unit) {
            return none(unit) ? 0 : count[unit];
        }

        /** CPU they ask for together beside one replica. */
        double cpu(int unit, double unstated) {
            return none(unit) ? 0 : cpu[unit] + cpuUnstated[unit] * unstated;
        }

        /** Memory they ask for together beside one replica. */
        double memory(int unit, double unstated) {
            return none(unit) ? 0 : memory[unit] + memoryUnstated[unit] * unstated;
        }

        private boolean none(int unit) {
            return count.length == 0 || unit == Lot.NONE;
        }

        private void add(int unit, Sidecar sidecar) {
            count[unit]++;
            if (Double.isNaN(sidecar.cpuRequest())) {
                cpuUnstated[unit]++;
            } else {
                cpu[unit] += sidecar.cpuRequest();
            }
            if (Double.isNaN(sidecar.memoryRequest())) {
                memoryUnstated[unit]++;
            } else {
                memory[unit] += sidecar.memoryRequest();
            }
        }
    }

    Companions(Grouping grouping) {
        for (Kind kind : Kind.values()) {
            columns[kind.ordinal()] = grouping.columns.sidecars ? new Column(grouping.units) : NONE;
        }
        if (grouping.columns.sidecars) {
            for (int unit = 0; unit < grouping.units; unit++) {
                read(grouping, unit);
            }
        }
    }

    Column of(Kind kind) {
        return columns[kind.ordinal()];
    }

    private void read(Grouping grouping, int unit) {
        Map<String, Sidecar> once = new LinkedHashMap<>();
        for (int i = 0; i < grouping.size(unit); i++) {
            int service = grouping.member(unit, i);
            if (!grouping.columns.off(service)) {
                beside(grouping.columns.graph.services().get(service), grouping.size(unit) > 1, once);
            }
        }
        once.values().forEach(sidecar -> of(Kind.of(sidecar.role())).add(unit, sidecar));
    }

    /** A service alone keeps all it registers; only a shared process runs helpers of one name and kind once. */
    private static void beside(Service service, boolean shared, Map<String, Sidecar> once) {
        for (Sidecar sidecar : service.sidecars()) {
            String key = Kind.of(sidecar.role()) + " " + (shared ? sidecar.name() : once.size());
            once.merge(key, sidecar, Companions::larger);
        }
    }

    private static Sidecar larger(Sidecar a, Sidecar b) {
        return new Sidecar(a.name(), a.role(), larger(a.cpuRequest(), b.cpuRequest()),
                larger(a.memoryRequest(), b.memoryRequest()));
    }

    private static double larger(double a, double b) {
        return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.max(a, b);
    }
}
