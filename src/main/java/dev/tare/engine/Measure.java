package dev.tare.engine;

/** What is weighed. */
public enum Measure {
    /** US dollars a month. */
    COST,
    /** Milliseconds of the 99th percentile of a request, weighted over entry points by rate. */
    P99_MS,
    /** Bytes moved to deploy in a month. */
    BYTES_PER_MONTH,
    /** Virtual CPUs paid for. */
    VCPU,
    /** Bytes of memory paid for. */
    MEMORY
}
