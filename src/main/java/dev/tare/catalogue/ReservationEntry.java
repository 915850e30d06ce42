package dev.tare.catalogue;

import dev.tare.engine.Dimension;
import dev.tare.engine.Reservation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A provider's published reservation formula. Quantities are written with their unit ({@code 255 MiB}) or as the key
 * of an assumption; an open tier has no {@code upTo}.
 */
record ReservationEntry(@Nullable List<String> from, @Nullable List<Tier> cpuTiers,
        @Nullable LinkedHashMap<String, String> cpuTable, @Nullable List<Tier> memoryTiers, @Nullable String memoryBase,
        @Nullable String memoryPerPod, @Nullable String memoryCap, @Nullable String eviction) {

    record Tier(@Nullable String upTo, String share) {}

    List<String> citations() {
        List<String> all = new ArrayList<>(from == null ? List.of() : from);
        if (cpuTable != null) {
            all.addAll(cpuTable.values());
        }
        return all;
    }

    Reservation check(String file, Units units, Ledger ledger) {
        Reader read = new Reader(file, units, ledger);
        boolean table = cpuTable != null;
        Map<String, String> byCores = cpuTable == null ? Map.of() : cpuTable;
        List<Tier> cpu = cpuTiers == null ? List.of() : cpuTiers;
        List<Tier> memory = memoryTiers == null ? List.of() : memoryTiers;
        return new Reservation(
                table
                        ? byCores.keySet().stream().mapToDouble(cores -> read.quantity(cores, Dimension.VCPU)).toArray()
                        : read.bounds(cpu, Dimension.VCPU),
                table
                        ? byCores.values().stream().mapToDouble(key -> read.quantity(key, Dimension.VCPU)).toArray()
                        : read.shares(cpu),
                table, read.bounds(memory, Dimension.BYTES), read.shares(memory),
                read.orElse(memoryBase, Dimension.BYTES, 0), read.orElse(memoryPerPod, Dimension.BYTES, 0),
                read.orElse(memoryCap, Dimension.NUMBER, 1), read.orElse(eviction, Dimension.BYTES, 0));
    }

    private record Reader(String file, Units units, Ledger ledger) {
        double quantity(String text, Dimension dimension) {
            if (text.indexOf(' ') > 0) {
                return units.quantity(file, "reservation", text, dimension);
            }
            return ledger.base(text, ledger.usable(file, "reservation", text, dimension).likely());
        }

        double orElse(@Nullable String text, Dimension dimension, double otherwise) {
            return text == null ? otherwise : quantity(text, dimension);
        }

        double[] bounds(List<Tier> tiers, Dimension dimension) {
            return tiers.stream().mapToDouble(tier -> orElse(tier.upTo(), dimension, Double.POSITIVE_INFINITY))
                    .toArray();
        }

        double[] shares(List<Tier> tiers) {
            return tiers.stream().mapToDouble(tier -> quantity(tier.share(), Dimension.NUMBER)).toArray();
        }
    }
}
