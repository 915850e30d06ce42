package dev.tare.intake.web;

import dev.tare.intake.Imports;
import dev.tare.intake.PastImport;
import dev.tare.intake.Undo;
import dev.tare.intake.Undone;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Imports so far, for programs: taken back as a whole, and done again. */
@Tag(name = "Imports", description = "Files and running systems read into an estate, and taken back as a whole.")
@RestController
@RequestMapping("/api/v1/estates/{slug}/imports")
class UndoApi {
    private final Imports imports;
    private final Undo undo;

    UndoApi(Imports imports, Undo undo) {
        this.imports = imports;
        this.undo = undo;
    }

    @GetMapping
    List<PastImport> past(@PathVariable String slug) {
        return imports.past(slug);
    }

    @DeleteMapping("/{id}")
    Undone undo(@PathVariable String slug, @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean dryRun) {
        return dryRun ? undo.preview(slug, id) : undo.undo(slug, id);
    }

    @PostMapping("/{id}/redo")
    Undone redo(@PathVariable String slug, @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean dryRun) {
        return dryRun ? undo.preview(slug, id) : undo.redo(slug, id);
    }
}
