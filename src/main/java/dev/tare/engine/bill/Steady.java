package dev.tare.engine.bill;

import static dev.tare.engine.bill.Stated.MEDIAN;
import static dev.tare.engine.bill.Stated.MEMORY;
import static dev.tare.engine.bill.Stated.MEMORY_USED;
import static dev.tare.engine.bill.Stated.REPLICAS;
import static dev.tare.engine.bill.Stated.TAIL;
import static dev.tare.engine.bill.Stated.USE;
import static dev.tare.engine.bill.Stated.WORK;

/**
 * The functions of a lot whose services all state their work and their memory, so that each is granted the same bytes
 * whatever is assumed: sums over them, also weighted with the grant <em>g</em> and divided by its speed <em>v</em>.
 */
final class Steady {
    /** Work that is not CPU, instances: all of it before the CPU's share is taken out, or what stated use leaves. */
    double io;
    double ioG;
    double ioUsed;
    /** What the lot's vCPU are counted from. */
    double cpu;
    double cpuSlow;
    double cpuSlowG;
    double cpuSlowUsed;
    /** Requests/s over the wire, both ways, halved. */
    double calls;
    double callsSlow;
    double callsSlowG;
    double arriving;
    double arrivingG;

    private Steady() {}

    /**
     * Whether the lot's services can be added up. CPU use that is stated for a replica is a service's only where it states
     * how many run: what use leaves of the time a request takes is no multiple of a default. A request for no memory is
     * none, and the default is granted.
     */
    static boolean is(Lot lot) {
        return lot.quiet && !lot.shared && work(lot) && lot.states(MEMORY) && lot.states(MEMORY_USED)
                && lot.leastAsked > 0;
    }

    private static boolean work(Lot lot) {
        boolean cpu = lot.states(WORK) || lot.states(USE) && lot.states(REPLICAS);
        return cpu && lot.states(MEDIAN) && lot.states(TAIL);
    }

    static Steady of(Lot lot, Stated stated, Flows flows, Grants grants) {
        Steady sums = new Steady();
        for (int service : lot.services) {
            double g = stated.memory(service);
            double used = stated.used(service);
            double v = grants.speed(g);
            double cpu = stated.cpu(service);
            double busy = flows.traffic.mean(service) * stated.work(service) / Terms.MS_PER_SECOND;
            double io = lot.states(WORK) ? busy : Math.max(0, busy - cpu);
            double calls = flows.touching(service) / 2;
            double in = flows.hops.remoteIn(service) + flows.entering(service);
            sums.io += io;
            sums.ioG += io * g;
            sums.ioUsed += io * used;
            sums.cpu += cpu;
            sums.cpuSlow += cpu / v;
            sums.cpuSlowG += cpu / v * g;
            sums.cpuSlowUsed += cpu / v * used;
            sums.calls += calls;
            sums.callsSlow += calls / v;
            sums.callsSlowG += calls / v * g;
            sums.arriving += in;
            sums.arrivingG += in * g;
        }
        return sums;
    }
}
