package dev.tare.intake.live;

import dev.tare.outgoing.Outgoing;
import dev.tare.estate.EstateDocument;
import dev.tare.intake.Intake;
import dev.tare.intake.Progress;
import java.time.Instant;

/**
 * One import from a running system.
 *
 * @param estate as it stands before
 * @param intake reads answers that files may hold too
 * @param out    the only way to ask
 * @param now    where a window ends
 */
public record Inquiry(LiveRequest request, EstateDocument estate, Intake intake, Outgoing out, Instant now,
        Progress progress) {}
