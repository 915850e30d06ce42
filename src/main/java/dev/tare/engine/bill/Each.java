package dev.tare.engine.bill;

/** The demand of a single service, as its part of its lot's. */
final class Each {
    private final Lots lots;
    private final Demand demand;
    private final Stated stated;

    Each(Lots lots, Demand demand) {
        this.lots = lots;
        this.demand = demand;
        stated = new Stated(lots.grouping.columns, lots.flows);
    }

    double replicas(int service) {
        int i = lots.of(service);
        return part(stated.replicas(service), demand.replicas[i], lots.lot(i).replicas);
    }

    /** vCPU one replica asks for. */
    double request(int service) {
        int i = lots.of(service);
        return part(stated.request(service), demand.request[i], lots.lot(i).request);
    }

    /** vCPU all replicas use. */
    double cpu(int service) {
        int i = lots.of(service);
        return part(stated.cpu(service), demand.cpu[i], lots.lot(i).cpu);
    }

    /** Bytes one replica asks for, or uses where that is more. */
    double memoryAsked(int service) {
        int i = lots.of(service);
        return lots.lot(i).size() == 1
                ? demand.memoryAsked[i]
                : part(stated.memory(service), demand.memoryAsked[i], lots.lot(i).memory);
    }

    /** Bytes one replica uses. */
    double memoryUsed(int service) {
        int i = lots.of(service);
        return part(stated.used(service), demand.memoryUsed[i], lots.lot(i).used);
    }

    /** Mean ms of own work of one request. */
    double workMs(int service) {
        return demand.work.ms(service);
    }

    private static double part(double own, double all, double stated) {
        return stated > 0 ? own * (all / stated) : 0;
    }
}
