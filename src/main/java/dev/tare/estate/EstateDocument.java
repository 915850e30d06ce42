package dev.tare.estate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An estate as it travels: what the API gives and takes, what imports draft, what is weighed. Sizes in bytes, CPU in
 * vCPU, memory in bytes, time in milliseconds, money in the estate's currency a month. Everything but a name may be
 * absent. Lists keep their order and are never null.
 */
@JsonInclude(Include.NON_EMPTY)
public record EstateDocument(String tare, String name, @Nullable String currency, @Nullable Today today,
        List<Team> teams, List<Service> services, List<Call> calls,
        List<Entry> entries, List<External> external, List<EstateCost> costs,
        List<SavedShape> shapes, List<Lock> locks) {
    /** The version this program reads and writes. */
    public static final String VERSION = "estate/1";

    /** Absent lists are empty. */
    public EstateDocument {
        teams = listOf(teams);
        services = listOf(services);
        calls = listOf(calls);
        entries = listOf(entries);
        external = listOf(external);
        costs = listOf(costs);
        shapes = listOf(shapes);
        locks = listOf(locks);
    }

    /** A document with neither money, shapes nor locks of its own. */
    public EstateDocument(String tare, String name, @Nullable String currency, @Nullable Today today, List<Team> teams,
            List<Service> services, List<Call> calls, List<Entry> entries, List<External> external) {
        this(tare, name, currency, today, teams, services, calls, entries, external, List.of(), List.of(),
                List.of());
    }

    /** A document that says nothing but a name. */
    public static EstateDocument named(String name) {
        return new EstateDocument(VERSION, name, null, null, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** This document with other words about the estate itself. */
    public EstateDocument stating(String newName, @Nullable String newCurrency, @Nullable Today newToday) {
        return new EstateDocument(tare, newName, newCurrency, newToday, teams, services, calls, entries, external,
                costs, shapes, locks);
    }

    /** This document with other teams. */
    public EstateDocument withTeams(List<Team> other) {
        return new EstateDocument(tare, name, currency, today, other, services, calls, entries, external, costs,
                shapes, locks);
    }

    /** This document with other services. */
    public EstateDocument withServices(List<Service> other) {
        return new EstateDocument(tare, name, currency, today, teams, other, calls, entries, external, costs, shapes,
                locks);
    }

    /** This document with other calls. */
    public EstateDocument withCalls(List<Call> other) {
        return new EstateDocument(tare, name, currency, today, teams, services, other, entries, external, costs,
                shapes, locks);
    }

    /** This document with other entry points. */
    public EstateDocument withEntries(List<Entry> other) {
        return new EstateDocument(tare, name, currency, today, teams, services, calls, other, external, costs, shapes,
                locks);
    }

    /** This document with other hosts outside. */
    public EstateDocument withExternal(List<External> other) {
        return new EstateDocument(tare, name, currency, today, teams, services, calls, entries, other, costs, shapes,
                locks);
    }

    /** This document with other money that no service accounts for. */
    public EstateDocument withCosts(List<EstateCost> other) {
        return new EstateDocument(tare, name, currency, today, teams, services, calls, entries, external, other,
                shapes, locks);
    }

    /** This document with other shapes. */
    public EstateDocument withShapes(List<SavedShape> other) {
        return new EstateDocument(tare, name, currency, today, teams, services, calls, entries, external, costs, other,
                locks);
    }

    /** This document with other locks. */
    public EstateDocument withLocks(List<Lock> other) {
        return new EstateDocument(tare, name, currency, today, teams, services, calls, entries, external, costs, shapes,
                other);
    }

    /** What runs now: a preset or one option per axis, and how services share processes. */
    @JsonInclude(Include.NON_EMPTY)
    public record Today(@Nullable String preset, @Nullable Map<String, String> axes, @Nullable Object grouping) {}

    /** Who owns services; {@code monthlyBudget} in the estate's currency. */
    @JsonInclude(Include.NON_EMPTY)
    public record Team(String name, @Nullable Double engineers, @Nullable Double monthlyBudget) {}

    /** One logical component with an owner. */
    @JsonInclude(Include.NON_EMPTY)
    public record Service(String name, List<String> aliases, @Nullable String team, @Nullable String kind,
            @Nullable String namespace, @Nullable Runtime runtime, @Nullable Double replicas, @Nullable Resource cpu,
            @Nullable Resource memory, @Nullable Image image, @Nullable Double payloadBytes, @Nullable Work workMs,
            @Nullable Double deploysPerMonth, List<String> dataStores, @Nullable String isolation,
            @Nullable Load load, @Nullable Double logBytesPerRequest, @Nullable Double metricSeries,
            List<Sidecar> sidecars, List<Cost> costs, List<Provenance> provenance) {
        /** Absent lists are empty. */
        public Service {
            aliases = listOf(aliases);
            dataStores = listOf(dataStores);
            sidecars = listOf(sidecars);
            costs = listOf(costs);
            provenance = listOf(provenance);
        }

        /** A service of which only the name is known. */
        public static Service named(String name) {
            return new Service(name, List.of(), null, null, null, null, null, null, null, null, null, null, null,
                    List.of(), null, null, null, null, List.of(), List.of(), List.of());
        }

        /** This service under another name. */
        public Service withName(String other) {
            return new Service(other, aliases, team, kind, namespace, runtime, replicas, cpu, memory, image,
                    payloadBytes, workMs, deploysPerMonth, dataStores, isolation, load, logBytesPerRequest,
                    metricSeries, sidecars, costs, provenance);
        }

        /** This service also known under other names. */
        public Service withAliases(List<String> other) {
            return new Service(name, other, team, kind, namespace, runtime, replicas, cpu, memory, image,
                    payloadBytes, workMs, deploysPerMonth, dataStores, isolation, load, logBytesPerRequest,
                    metricSeries, sidecars, costs, provenance);
        }

        /** This service in another namespace, or in none. */
        public Service withNamespace(@Nullable String other) {
            return new Service(name, aliases, team, kind, other, runtime, replicas, cpu, memory, image,
                    payloadBytes, workMs, deploysPerMonth, dataStores, isolation, load, logBytesPerRequest,
                    metricSeries, sidecars, costs, provenance);
        }

        /** This service owned by another team, or by none. */
        public Service withTeam(@Nullable String other) {
            return new Service(name, aliases, other, kind, namespace, runtime, replicas, cpu, memory, image,
                    payloadBytes, workMs, deploysPerMonth, dataStores, isolation, load, logBytesPerRequest,
                    metricSeries, sidecars, costs, provenance);
        }

        /** This service run in another number of replicas. */
        public Service withReplicas(@Nullable Double other) {
            return new Service(name, aliases, team, kind, namespace, runtime, other, cpu, memory, image,
                    payloadBytes, workMs, deploysPerMonth, dataStores, isolation, load, logBytesPerRequest,
                    metricSeries, sidecars, costs, provenance);
        }

        /** This service with another image, and what that rests on. */
        public Service withImage(@Nullable Image other, List<Provenance> because) {
            return new Service(name, aliases, team, kind, namespace, runtime, replicas, cpu, memory, other,
                    payloadBytes, workMs, deploysPerMonth, dataStores, isolation, load, logBytesPerRequest,
                    metricSeries, sidecars, costs, because);
        }

        /** This service with other hosting costs, and what they rest on. */
        public Service withCosts(List<Cost> other, List<Provenance> because) {
            return new Service(name, aliases, team, kind, namespace, runtime, replicas, cpu, memory, image,
                    payloadBytes, workMs, deploysPerMonth, dataStores, isolation, load, logBytesPerRequest,
                    metricSeries, sidecars, other, because);
        }
    }

    /** Language and version. */
    @JsonInclude(Include.NON_EMPTY)
    public record Runtime(@Nullable String language, @Nullable String version) {}

    /** Of one replica: vCPU, or bytes of memory. */
    @JsonInclude(Include.NON_EMPTY)
    public record Resource(@Nullable Double request, @Nullable Double limit, @Nullable Double used) {}

    /** The image shipped; {@code components} are the packages in it, each as {@code group/name@version}. */
    @JsonInclude(Include.NON_EMPTY)
    public record Image(@Nullable String reference, @Nullable String digest, @Nullable Double compressedBytes,
            @Nullable Double unpackedBytes, List<Layer> layers, @Nullable Instant builtAt,
            @Nullable Integer packages, @Nullable Integer vulnerabilities, List<String> components) {
        /** Absent lists are empty. */
        public Image {
            layers = listOf(layers);
            components = listOf(components);
        }

        /** An image whose packages nobody listed. */
        public Image(@Nullable String reference, @Nullable String digest, @Nullable Double compressedBytes,
                @Nullable Double unpackedBytes, List<Layer> layers, @Nullable Instant builtAt,
                @Nullable Integer packages, @Nullable Integer vulnerabilities) {
            this(reference, digest, compressedBytes, unpackedBytes, layers, builtAt, packages, vulnerabilities,
                    List.of());
        }

        /** This image under another name, or under none. */
        public Image withReference(@Nullable String other) {
            return new Image(other, digest, compressedBytes, unpackedBytes, layers, builtAt, packages,
                    vulnerabilities, components);
        }
    }

    /** One layer, compressed bytes. */
    public record Layer(String digest, double bytes) {}

    /** Own work for one request, milliseconds. */
    @JsonInclude(Include.NON_EMPTY)
    public record Work(@Nullable Double p50, @Nullable Double p99) {}

    /** {@code kind}: steady, bursty, scheduled or stateful. */
    @JsonInclude(Include.NON_EMPTY)
    public record Load(@Nullable String kind, @Nullable Double peakToMean) {}

    /** A helper process beside each replica; {@code role}: mesh, logging, metrics, security, secrets, config, database, other. */
    @JsonInclude(Include.NON_EMPTY)
    public record Sidecar(String name, @Nullable String role,
            @JsonProperty("native") @JsonInclude(Include.NON_DEFAULT) boolean isNative,
            @Nullable String image, @Nullable Resource cpu, @Nullable Resource memory) {}

    /** A registered hosting-cost line, in the estate's currency a month; below zero for credits. Exact. */
    @JsonInclude(Include.NON_EMPTY)
    public record Cost(@Nullable String category, @Nullable BigDecimal monthly, @Nullable String source) {
        /** One way of writing each amount, so that equal amounts are equal. */
        public Cost {
            monthly = Decimals.plain(monthly);
        }
    }

    /**
     * Money that is paid for the estate and that no service accounts for, in its currency a month.
     *
     * @param counts whether it is held against what the model says the services cost; somebody has to say so
     */
    @JsonInclude(Include.NON_EMPTY)
    public record EstateCost(@Nullable String category, @Nullable BigDecimal monthly, @Nullable String source,
            @JsonInclude(Include.NON_DEFAULT) boolean counts) {
        /** One way of writing each amount, so that equal amounts are equal. */
        public EstateCost {
            monthly = Decimals.plain(monthly);
        }
    }

    /** Where a value came from. */
    @JsonInclude(Include.NON_EMPTY)
    public record Provenance(@Nullable String format, @Nullable String file, @Nullable String detail) {}

    /** A directed edge; {@code kind}: call or startup-order; {@code mode}: sequential, parallel or async. */
    @JsonInclude(Include.NON_EMPTY)
    public record Call(String from, String to, @Nullable String kind, @Nullable String mode,
            @Nullable Double perRequest,
            @Nullable Double requestBytes, @Nullable Double responseBytes, @Nullable Double p50, @Nullable Double p99,
            @Nullable Long observedCalls, List<Provenance> provenance) {
        /** Absent lists are empty. */
        public Call {
            provenance = listOf(provenance);
        }

        /** This call between other services. */
        public Call between(String caller, String callee) {
            return new Call(caller, callee, kind, mode, perRequest, requestBytes, responseBytes, p50, p99,
                    observedCalls, provenance);
        }
    }

    /** Where outside requests arrive. */
    @JsonInclude(Include.NON_EMPTY)
    public record Entry(String service, @Nullable Double meanPerSecond, @Nullable Double peakPerSecond) {}

    /** A host outside the estate, and who calls it. */
    public record External(String host, List<String> from) {
        /** Absent lists are empty. */
        public External {
            from = listOf(from);
        }
    }

    /**
     * A shape somebody composed and keeps: one option per axis (none: as the estate runs today), how services share
     * processes (absent: one each, or as today), figures to take instead of the catalogue's, in the unit of their entry,
     * and what of the estate is taken to be otherwise (absent: nothing).
     */
    @JsonInclude(Include.NON_EMPTY)
    public record SavedShape(String name, Map<String, String> axes, @Nullable Object grouping,
            Map<String, Double> assumptions, @Nullable Changes changes) {
        /** Absent maps are empty; what is there keeps its order. */
        public SavedShape {
            axes = mapOf(axes);
            assumptions = mapOf(assumptions);
            changes = changes == null || changes.isNone() ? null : changes;
        }

        /** A shape of the estate as it is stated. */
        public SavedShape(String name, Map<String, String> axes, @Nullable Object grouping,
                Map<String, Double> assumptions) {
            this(name, axes, grouping, assumptions, null);
        }

        /** What is taken to be otherwise. */
        public Changes changed() {
            return changes == null ? Changes.NONE : changes;
        }

        /** This shape under another name. */
        public SavedShape withName(String other) {
            return new SavedShape(other, axes, grouping, assumptions, changes);
        }

        /** This shape with other groups. */
        public SavedShape withGrouping(@Nullable Object other) {
            return new SavedShape(name, axes, other, assumptions, changes);
        }

        /** This shape of an estate that is otherwise. */
        public SavedShape withChanges(@Nullable Changes other) {
            return new SavedShape(name, axes, grouping, assumptions, other);
        }

        private static <T> Map<String, T> mapOf(@Nullable Map<String, T> given) {
            return given == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(given));
        }
    }

    /**
     * Two services that somebody set to stay apart or together, whatever it costs.
     *
     * @param keep   {@link #APART} or {@link #TOGETHER}
     * @param reason why, for those who find it later
     */
    @JsonInclude(Include.NON_EMPTY)
    public record Lock(String service, String keep, String other, @Nullable String reason) {
        /** Never in one unit. */
        public static final String APART = "apart";
        /** Always in one unit. */
        public static final String TOGETHER = "together";

        /** What it is called: cart and ad. */
        public String name() {
            return service + " and " + other;
        }

        /** Both of them, as lists of services are written. */
        public List<String> services() {
            return List.of(service, other);
        }

        /** Whether it is about this service. */
        public boolean names(String one) {
            return service.equals(one) || other.equals(one);
        }

        /** This lock of services under other names. */
        public Lock between(String one, String another) {
            return new Lock(one, keep, another, reason);
        }
    }

    private static <T> List<T> listOf(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }
}
