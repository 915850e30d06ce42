package dev.tare.comparison.web;

import dev.tare.comparison.Answer;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.comparison.Diagnosis;
import dev.tare.comparison.Weighing;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Bills for scripts and other tools. */
@Tag(name = "Bills", description = "What an estate weighs under any number of scenarios.")
@RestController
class BillsController {
    private final Estates estates;
    private final Weighing weighing;
    private final Diagnosis diagnosis;

    BillsController(Estates estates, Weighing weighing, Diagnosis diagnosis) {
        this.estates = estates;
        this.weighing = weighing;
        this.diagnosis = diagnosis;
    }

    /** Weighs an estate under the scenarios asked for; under today's when none is. */
    @Operation(summary = "Weigh an estate", description = "Scenarios name a preset, a shape kept with the "
            + "estate, or one option for each axis; one named today with none takes the estate's own. Without scenarios today's is weighed. Every line carries "
            + "its working; low and high are its bounds, drawn what 10, 50 and 90 of 100 draws of all assumptions stay "
            + "below; comparisons come from the same draws, a tie counting half. tornado names the ten assumptions that "
            + "move the cost most. With calibrated, money is divided by modelled \u00f7 billed of what runs today.")
    @PostMapping("/api/v1/estates/{slug}/bills")
    BillsAnswer weigh(@PathVariable String slug, @RequestBody(required = false) @Nullable BillsRequest request) {
        Snapshot estate = estates.get(slug);
        Answer answer = weighing.weigh(estate, BillsRequest.orToday(request).question());
        return BillsAnswer.of(estate.document(), answer, weighed -> findings(estate, weighed));
    }

    private List<FindingAnswer> findings(Snapshot estate, Weighed weighed) {
        return weighed.today()
                ? FindingAnswer.of(estate.document(), diagnosis.of(estate, weighed.ask()))
                : List.of();
    }
}
