package dev.tare.engine.bill;

import java.util.List;

/** The lines of a bill, in their order. Headroom comes last: it is what the others leave of the capacity paid for. */
final class Lines {
    static final List<TareLine> ALL = List.of(
            new NetworkLine(),
            new MeshLine(),
            new ImagesLine(),
            new MonitoringLine(),
            new PlacementLine(),
            new IsolationLine(),
            new HeadroomLine());

    private Lines() {}
}
