package dev.tare.engine.bill;

import static dev.tare.engine.Param.FUNCTION_PER_GB_SECOND;
import static dev.tare.engine.Param.NODE_MEMORY;
import static dev.tare.engine.Param.NODE_VCPU;
import static dev.tare.engine.Param.PRICE_GIB_HOUR;
import static dev.tare.engine.Param.PRICE_SERVER_MONTH;
import static dev.tare.engine.Param.PRICE_VCPU_HOUR;

/**
 * USD a month for one vCPU, one byte of memory, and one byte of memory held by functions. A whole server's price is
 * divided between its CPU and its memory as the two unit prices would divide it, evenly where neither is known.
 *
 * <p>Example: at 0.04 USD per vCPU-hour and 730 hours a vCPU is 29.20 USD.
 */
record Prices(double vcpu, double memory, double functionMemory) {
    static Prices of(Terms terms) {
        double vcpu = terms.of(PRICE_VCPU_HOUR) * terms.hours();
        double memory = terms.of(PRICE_GIB_HOUR) * terms.hours() / Terms.GIB;
        double functions = terms.of(FUNCTION_PER_GB_SECOND) * terms.seconds() / Terms.GB;
        double server = terms.of(PRICE_SERVER_MONTH);
        return terms.bound(PRICE_SERVER_MONTH)
                ? shared(terms, server, vcpu, memory, functions)
                : new Prices(vcpu, memory, functions);
    }

    private static Prices shared(Terms terms, double server, double vcpu, double memory, double functions) {
        double cpuWeight = vcpu * terms.of(NODE_VCPU);
        double memoryWeight = memory * terms.of(NODE_MEMORY);
        double all = cpuWeight + memoryWeight;
        double cpuShare = all > 0 ? cpuWeight / all : 1.0 / 2;
        return new Prices(server * cpuShare / terms.of(NODE_VCPU), server * (1 - cpuShare) / terms.of(NODE_MEMORY),
                functions);
    }

    double of(Amount amount) {
        return amount.vcpu() * vcpu + amount.memory() * memory + amount.functionMemory() * functionMemory
                + amount.money();
    }
}
