package dev.tare.engine;

/**
 * What a node keeps for the platform before anything may be placed on it, as the providers publish it.
 *
 * @param cpuUpTo        ascending numbers of cores at which a tier ends
 * @param cpuShare       share of each core inside that tier; with {@code cpuTable} the vCPU reserved at that size
 * @param cpuTable       whether {@code cpuShare} is a table of reserved vCPU by node size (interpolated) instead
 * @param memoryUpTo     ascending bytes at which a tier ends
 * @param memoryShare    share of the memory inside that tier
 * @param memoryBase     bytes reserved whatever runs
 * @param memoryPerPod   bytes reserved for each pod the node may hold
 * @param memoryCapShare most of the node's memory that base and pods may take (1: no cap)
 * @param eviction       bytes kept free under the eviction threshold
 */
public record Reservation(double[] cpuUpTo, double[] cpuShare, boolean cpuTable, double[] memoryUpTo,
        double[] memoryShare, double memoryBase, double memoryPerPod, double memoryCapShare, double eviction) {
    /** A server that reserves nothing. */
    public static final Reservation NONE = new Reservation(new double[0], new double[0], false, new double[0],
            new double[0], 0, 0, 1, 0);

    /** vCPU reserved on a node of that many cores. */
    public double cpu(double cores) {
        return cpuTable ? table(cores) : tiers(cores, cpuUpTo, cpuShare);
    }

    /** Bytes reserved on a node of that memory that may hold that many pods, the eviction threshold included. */
    public double memory(double bytes, double pods) {
        double fixed = Math.min(memoryBase + memoryPerPod * pods, memoryCapShare * bytes);
        return fixed + tiers(bytes, memoryUpTo, memoryShare) + eviction;
    }

    private double table(double cores) {
        int last = cpuUpTo.length - 1;
        int i = 0;
        while (i < last && cores > cpuUpTo[i]) {
            i++;
        }
        if (i == 0 || cores >= cpuUpTo[last]) {
            return cpuShare[i] * (i == 0 ? 1 : cores / cpuUpTo[last]);
        }
        double along = (cores - cpuUpTo[i - 1]) / (cpuUpTo[i] - cpuUpTo[i - 1]);
        return cpuShare[i - 1] + along * (cpuShare[i] - cpuShare[i - 1]);
    }

    private static double tiers(double amount, double[] upTo, double[] share) {
        double sum = 0;
        double from = 0;
        for (int i = 0; i < upTo.length && amount > from; i++) {
            sum += (Math.min(amount, upTo[i]) - from) * share[i];
            from = upTo[i];
        }
        return sum;
    }
}
