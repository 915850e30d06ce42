package dev.tare.engine;

/** What kind of quantity a number is; a number of one dimension cannot stand where another is expected. */
public enum Dimension {
    /** Plain number: a count, a share between 0 and 1, a factor. */
    NUMBER,
    /** Virtual CPUs (0.25 is a quarter of one). */
    VCPU,
    /** Bytes, of memory, disk or wire. */
    BYTES,
    /** Milliseconds. */
    MS,
    /** Hours. */
    HOURS,
    /** US dollars. */
    USD,
    /** US dollars per vCPU and hour. */
    USD_PER_VCPU_HOUR,
    /** US dollars per GiB (2^30 bytes) of memory and hour. */
    USD_PER_GIB_HOUR,
    /** US dollars per hour. */
    USD_PER_HOUR,
    /** US dollars per month. */
    USD_PER_MONTH,
    /** US dollars per GB (10^9 bytes) moved or ingested. */
    USD_PER_GB,
    /** US dollars per GB (10^9 bytes) kept for a month. */
    USD_PER_GB_MONTH,
    /** US dollars per GB (10^9 bytes) of memory held for one second. */
    USD_PER_GB_SECOND,
    /** US dollars for one event: a request, a transition, a series. */
    USD_PER_EVENT,
    /** Bytes per second. */
    BYTES_PER_SECOND,
    /** CPU milliseconds. */
    CPU_MS,
    /** Full-time engineers. */
    FTE
}
