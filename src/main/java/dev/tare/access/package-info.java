/** Who may do what: today the local mode, which serves this machine only. */
@org.jspecify.annotations.NullMarked
package dev.tare.access;
