/**
 * The calculation: a {@link dev.tare.engine.CallGraph} and a {@link dev.tare.engine.Scenario} become a
 * {@link dev.tare.engine.Bill}. Pure Java: knows no entity, no framework, no clock, no logger, and holds no
 * coefficient; every number it multiplies by comes in through {@link dev.tare.engine.Assumptions}.
 *
 * <p>Base units everywhere: vCPU, bytes, milliseconds, US dollars, months; requests per second for rates.
 */
@org.jspecify.annotations.NullMarked
package dev.tare.engine;
