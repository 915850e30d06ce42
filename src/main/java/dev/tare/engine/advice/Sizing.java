package dev.tare.engine.advice;

/**
 * What a unit of several services costs beyond its members: it scales as a whole, so every replica carries the memory
 * of all of them.
 *
 * <p>replicas = max(floor, ⌈cpu ÷ replicaCpu⌉); cost = replicas · (perReplica + perMemory · memory). Example: floor 2,
 * replicaCpu 4, perReplica 3, perMemory 0.5: a unit of 9 vCPU and 10 GB runs 3 replicas and costs 3 · (3 + 5) = 24.
 *
 * @param floor      fewest replicas of a unit
 * @param replicaCpu peak vCPU one replica takes; infinite when CPU never asks for another
 * @param perReplica cost of a replica whatever is in it
 * @param perMemory  cost of one unit of memory in one replica
 */
public record Sizing(double floor, double replicaCpu, double perReplica, double perMemory) {
    /** A unit costs its members and nothing else. */
    public static final Sizing FREE = new Sizing(0, Double.POSITIVE_INFINITY, 0, 0);

    /** Refuses what would make a larger unit cheaper than a smaller one. */
    public Sizing {
        if (!(floor >= 0 && replicaCpu > 0 && perReplica >= 0 && perMemory >= 0)) {
            throw new IllegalArgumentException("expected sizes and prices of 0 or more, found " + floor + ", "
                    + replicaCpu + ", " + perReplica + ", " + perMemory);
        }
    }

    /** Cost of a unit of several services with that peak CPU and memory; never falls as either grows. */
    double cost(double cpu, double memory) {
        return replicas(cpu) * (perReplica + perMemory * memory);
    }

    /** Of {@link #cost}, what each unit of memory costs at the floor, which every unit pays. */
    double memoryAtFloor() {
        return floor * perMemory;
    }

    /** {@link #cost} without {@link #memoryAtFloor} of the memory; never falls as either grows. */
    double aboveFloor(double cpu, double memory) {
        double more = replicas(cpu) - floor;
        return floor * perReplica + more * (perReplica + perMemory * memory);
    }

    private double replicas(double cpu) {
        return Math.max(floor, Math.ceil(cpu / replicaCpu - 1e-9));
    }
}
