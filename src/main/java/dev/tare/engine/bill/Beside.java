package dev.tare.engine.bill;

import static dev.tare.engine.Param.AGENT_SIDECARS;
import static dev.tare.engine.Param.AGENT_SIDECAR_CPU;
import static dev.tare.engine.Param.AGENT_SIDECAR_MEMORY;
import static dev.tare.engine.Param.DEFAULT_SIDECAR_CPU;
import static dev.tare.engine.Param.DEFAULT_SIDECAR_MEMORY;

import dev.tare.engine.Shape.Helpers;
import dev.tare.engine.bill.Companions.Column;
import dev.tare.engine.bill.Companions.Kind;

/**
 * What runs beside one replica of a unit besides the mesh: helpers that watch, as registered where they stay and as
 * the shape adds where fewer are, and helpers that stay with their unit.
 */
final class Beside {
    private final Column watching;
    private final Column staying;
    private final boolean kept;
    private final double agents;
    private final double agentCpu;
    private final double agentMemory;
    private final double unstatedCpu;
    private final double unstatedMemory;

    Beside(Grouping grouping, Terms terms) {
        watching = grouping.companions.of(Kind.WATCHING);
        staying = grouping.companions.of(Kind.STAYING);
        kept = terms.today() || terms.shape().helpers() == Helpers.SIDECAR;
        agents = terms.today() ? 0 : terms.of(AGENT_SIDECARS);
        agentCpu = terms.of(AGENT_SIDECAR_CPU);
        agentMemory = terms.of(AGENT_SIDECAR_MEMORY);
        unstatedCpu = terms.of(DEFAULT_SIDECAR_CPU);
        unstatedMemory = terms.of(DEFAULT_SIDECAR_MEMORY);
    }

    double watchers(int unit) {
        return Math.max(agents, registered(unit));
    }

    double watcherCpu(int unit) {
        return (kept ? watching.cpu(unit, unstatedCpu) : 0) + added(unit) * agentCpu;
    }

    double watcherMemory(int unit) {
        return (kept ? watching.memory(unit, unstatedMemory) : 0) + added(unit) * agentMemory;
    }

    double stayers(int unit) {
        return staying.count(unit);
    }

    double stayerCpu(int unit) {
        return staying.cpu(unit, unstatedCpu);
    }

    double stayerMemory(int unit) {
        return staying.memory(unit, unstatedMemory);
    }

    private double registered(int unit) {
        return kept ? watching.count(unit) : 0;
    }

    private double added(int unit) {
        return Math.max(0, agents - registered(unit));
    }
}
