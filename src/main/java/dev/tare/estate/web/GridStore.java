package dev.tare.estate.web;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates;
import dev.tare.site.Invalid;
import java.util.List;
import org.springframework.stereotype.Component;

/** Checks what was typed into the grid, and stores all of it as one version or nothing. */
@Component
class GridStore {
    private final Estates estates;

    GridStore(Estates estates) {
        this.estates = estates;
    }

    /** Ends a change that cannot stand; nothing is stored. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("stopped", null, false, false);
        }
    }

    /** What would become of them. */
    GridOutcome check(String slug, GridKind<?> kind, List<GridChange> changes) {
        GridEdit<?> edit = new GridEdit<>(kind, estates.get(slug).document());
        EstateDocument wanted = edit.with(changes);
        try {
            estates.checked(wanted);
        } catch (Invalid invalid) {
            edit.wrong(invalid.problems());
        }
        return edit.outcome(0);
    }

    /** What became of them. */
    GridOutcome save(String slug, GridKind<?> kind, List<GridChange> changes) {
        GridEdit<?>[] edit = new GridEdit<?>[1];
        try {
            estates.change(slug, document -> {
                GridEdit<?> made = new GridEdit<>(kind, document);
                edit[0] = made;
                EstateDocument wanted = made.with(changes);
                if (!made.outcome(0).stands()) {
                    throw new Stopped();
                }
                return wanted;
            });
            return edit[0].outcome(edit[0].outcome(0).takeBack().size());
        } catch (Stopped _) {
            return check(slug, kind, changes);
        } catch (Invalid invalid) {
            edit[0].wrong(invalid.problems());
            return edit[0].outcome(0);
        }
    }
}
