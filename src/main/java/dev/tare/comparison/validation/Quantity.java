package dev.tare.comparison.validation;

/** What kind of figure a case compares; decides how it is written. */
public enum Quantity {
    /** Processors. */
    VCPU,
    /** Milliseconds. */
    MS,
    /** Bytes moved or kept, in thousands. */
    BYTES,
    /** Bytes of memory, in steps of 1,024. */
    MEMORY,
    /** US dollars. */
    USD,
    /** A part of one, shown as a percentage. */
    SHARE,
    /** Months. */
    MONTHS,
    /** Full-time engineers. */
    FTE,
    /** A plain number. */
    NUMBER
}
