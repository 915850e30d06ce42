package dev.tare.intake;

import dev.tare.estate.Cause;
import dev.tare.estate.Change;
import dev.tare.estate.Change.Taken;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.intake.ImportRecords.Kept;
import dev.tare.site.Conflict;
import dev.tare.site.NotFound;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes imports back as a whole, and does them again. */
@Service
public class Undo {
    private final Estates estates;
    private final ImportRecords records;

    Undo(Estates estates, ImportRecords records) {
        this.estates = estates;
        this.records = records;
    }

    /** What taking an import back, or doing it again, would do now. */
    @Transactional(readOnly = true)
    public Undone preview(String slug, UUID id) {
        Snapshot estate = estates.get(slug);
        Kept kept = kept(slug, id);
        Taken taken = kept.change().takenFrom(estate.document());
        return new Undone(id, kept.files(), estate.version(), taken.steps(), taken.kept());
    }

    /** Takes an import back: what it changed and nobody edited since becomes what it was. */
    @Transactional
    public Undone undo(String slug, UUID id) {
        return apply(slug, id, false, kept -> Cause.undone(kept.files(), id));
    }

    /** Does an import that was taken back again. */
    @Transactional
    public Undone redo(String slug, UUID id) {
        return apply(slug, id, true, kept -> Cause.imported(kept.files(), id));
    }

    private Undone apply(String slug, UUID id, boolean again, Function<Kept, Cause> cause) {
        Kept kept = kept(slug, id);
        if (kept.undone() != again) {
            throw new Conflict(again ? "This import stands." : "This import was taken back already.",
                    Long.toString(estates.version(slug)));
        }
        AtomicReference<Taken> taken = new AtomicReference<>();
        AtomicReference<EstateDocument> before = new AtomicReference<>();
        Snapshot after = estates.change(slug, cause.apply(kept), current -> {
            before.set(current);
            taken.set(kept.change().takenFrom(current));
            return Objects.requireNonNull(taken.get()).document();
        });
        records.undone(id, !again, Change.between(Objects.requireNonNull(before.get()), after.document()));
        Taken done = Objects.requireNonNull(taken.get());
        return new Undone(id, kept.files(), after.version(), done.steps(), done.kept());
    }

    private Kept kept(String slug, UUID id) {
        return records.kept(slug, id).orElseThrow(() -> new NotFound(
                "No import of this id can be taken back: it was not applied, or before imports kept what they changed."));
    }
}
