package dev.tare.comparison.web;

import dev.tare.comparison.Ids;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.Dimension;
import dev.tare.engine.Measure;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What measures, lines and units are called in addresses and on pages. */
final class Words {
    private Words() {}

    /** A measure in addresses and answers. */
    static String id(Measure measure) {
        return Ids.of(measure);
    }

    static Optional<Measure> measure(String id) {
        return Ids.measure(id);
    }

    /** A measure as a choice. */
    static String tab(Measure measure) {
        return switch (measure) {
            case COST -> "Money";
            case P99_MS -> "Time";
            case BYTES_PER_MONTH -> "Shipped bytes";
            case VCPU -> "vCPU";
            case MEMORY -> "Memory";
        };
    }

    /** A measure at the head of a column. */
    static String head(Measure measure) {
        return switch (measure) {
            case COST -> "money / month";
            case P99_MS -> "one request, p99";
            case BYTES_PER_MONTH -> "shipped / month";
            case VCPU -> "vCPU";
            case MEMORY -> "memory";
        };
    }

    /** A measure in a sentence. */
    static String sentence(Measure measure) {
        return switch (measure) {
            case COST -> "Money per month";
            case P99_MS -> "Milliseconds of a request at the 99th percentile, over all entry points by their rate";
            case BYTES_PER_MONTH -> "Bytes moved to deploy in a month";
            case VCPU -> "Processors paid for";
            case MEMORY -> "Memory paid for";
        };
    }

    /** What a range spans. */
    static String span(boolean drawn) {
        return drawn ? "80 of 100 draws of all assumptions" : "the lowest to the highest the assumptions allow";
    }

    /** A line in addresses, answers and on pages. */
    static String id(Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }

    static Optional<Part> part(String id) {
        return Arrays.stream(Part.values()).filter(part -> id(part).equals(id)).findFirst();
    }

    /** What a line is for. */
    static String meaning(Part part) {
        return switch (part) {
            case NETWORK -> "serialising, cross-zone traffic, load balancers, hops";
            case MESH -> "proxies, their control plane, their milliseconds";
            case IMAGES -> "registry, pulls, disk beyond the payload";
            case MONITORING -> "agents, logs, series, spans, watching bought";
            case PLACEMENT -> "control planes, node reservations, daemons";
            case ISOLATION -> "walls between units, runtimes started again";
            case HEADROOM -> "asked for and unused, spare replicas, coarse scaling";
        };
    }

    /** What a service's share of a line follows. */
    static String follows(Part part) {
        return switch (part) {
            case NETWORK, MESH -> "the requests it takes and makes over the wire";
            case IMAGES -> "the bytes shipped for it";
            case MONITORING, ISOLATION -> "the instances that run for it, those of a shared unit divided evenly";
            case PLACEMENT, HEADROOM -> "what it asks for, CPU and memory at their prices";
        };
    }

    /** The base unit of a dimension in answers; empty for plain numbers. */
    static String unit(Dimension dimension) {
        return switch (dimension) {
            case NUMBER -> "";
            case VCPU -> "vCPU";
            case BYTES -> "B";
            case MS -> "ms";
            case HOURS -> "h";
            case USD -> "USD";
            case USD_PER_VCPU_HOUR -> "USD/vCPU-h";
            case USD_PER_GIB_HOUR -> "USD/GiB-h";
            case USD_PER_HOUR -> "USD/h";
            case USD_PER_MONTH -> "USD/month";
            case USD_PER_GB -> "USD/GB";
            case USD_PER_GB_MONTH -> "USD/GB-month";
            case USD_PER_GB_SECOND -> "USD/GB-s";
            case USD_PER_EVENT -> "USD/event";
            case BYTES_PER_SECOND -> "B/s";
            case CPU_MS -> "CPU-ms";
            case FTE -> "FTE";
        };
    }
}
