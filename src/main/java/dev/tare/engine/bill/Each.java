package dev.tare.engine.bill;

import java.util.stream.IntStream;

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

    /** The same at the peak. */
    double cpuAtPeak(int service) {
        int i = lots.of(service);
        return part(stated.cpu(service) * stated.peak(service), demand.cpuAtPeak[i], lots.lot(i).cpuAtPeak);
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

    /** Bytes of the application in one replica, its runtime's base taken out. */
    double application(int service) {
        int i = lots.of(service);
        double processes = part(stated.processes(service), demand.processes[i], lots.lot(i).processes);
        return memoryUsed(service) - processes * demand.base[lots.lot(i).runtime];
    }

    /** Bytes each service asks for in one replica, by position. */
    double[] memoryAsked() {
        return IntStream.range(0, lots.grouping.columns.count).mapToDouble(this::memoryAsked).toArray();
    }

    /** Mean ms of own work of one request. */
    double workMs(int service) {
        return demand.work.ms(service);
    }

    private static double part(double own, double all, double stated) {
        return stated > 0 ? own * (all / stated) : 0;
    }
}
