package dev.tare.comparison.web;

import dev.tare.comparison.Diagnosis;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Findings for scripts and other tools. */
@Tag(name = "Findings", description = "Named patterns in today's estate, with what their remedy would save.")
@RestController
class FindingsController {
    private final Estates estates;
    private final Diagnosis diagnosis;

    FindingsController(Estates estates, Diagnosis diagnosis) {
        this.estates = estates;
        this.diagnosis = diagnosis;
    }

    @Operation(summary = "Find patterns", description = "Each saving is found by weighing the estate with the remedy and "
            + "never exceeds the lines it comes from; below zero the remedy costs something. Savings overlap: they do not "
            + "add up.")
    @GetMapping("/api/v1/estates/{slug}/findings")
    List<FindingAnswer> find(@PathVariable String slug) {
        Snapshot estate = estates.get(slug);
        return FindingAnswer.of(estate.document(), diagnosis.of(estate));
    }
}
