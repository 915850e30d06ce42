/** The use case: loads an estate, maps it to the engine in one place, runs it and shows the dashboards. */
@org.jspecify.annotations.NullMarked
package dev.tare.comparison;
