package dev.tare.engine.bill;

/**
 * What a grouping's units cost, taken apart by service, near enough to lead a search: the bill itself weighs every plan
 * that is reported. USD a month, vCPU and bytes; arrays are by service.
 *
 * <pre>unit = alone(service)                                                            of one service
 *      = Σ joined + max(floor, ⌈Σ cpu ÷ replicaCpu⌉) · (perReplica + perByte · Σ memory)    of several</pre>
 *
 * @param alone      cost of a unit that holds this service only
 * @param joined     what it adds to a shared unit by its CPU
 * @param cpu        vCPU it asks for in a shared unit
 * @param memory     bytes it asks for in a process
 * @param floor      fewest replicas of a shared unit
 * @param replicaCpu vCPU one replica takes; infinite where CPU asks for no further one
 * @param perReplica cost of a replica whatever is in it
 * @param perByte    cost of a byte of {@code memory} in one replica
 * @param perCall    cost of one remote call/s
 * @param perWire    cost of one byte/s between units
 */
public record UnitCosts(double[] alone, double[] joined, double[] cpu, double[] memory, double floor,
        double replicaCpu, double perReplica, double perByte, double perCall, double perWire) {}
