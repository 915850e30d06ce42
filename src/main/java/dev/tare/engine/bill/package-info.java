/**
 * The lines of a bill: what each part of the tare takes of CPU, memory, bytes and money, and how that was found. One
 * small type per line, listed in {@link dev.tare.engine.bill.Lines}; what they count from is added up once, in
 * {@link dev.tare.engine.bill.Weighing}. Holds no coefficient and sends no request through the graph itself.
 */
@org.jspecify.annotations.NullMarked
package dev.tare.engine.bill;
