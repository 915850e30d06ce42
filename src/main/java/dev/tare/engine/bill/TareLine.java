package dev.tare.engine.bill;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.Bill.Working;
import dev.tare.engine.Measure;

/** One named part of the tare: what it takes, and how that was found. */
sealed interface TareLine
        permits NetworkLine, MeshLine, ImagesLine, MonitoringLine, PlacementLine, IsolationLine, HeadroomLine {
    Part part();

    /** What the part takes of everything but time. */
    Amount amount(Weighing w);

    /** How the part's figure in a measure was found. */
    Working working(Measure measure, Sheet sheet);
}
