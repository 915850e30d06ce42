package dev.tare.comparison.web;

import dev.tare.comparison.Answer;
import dev.tare.comparison.Weighing;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Bills for scripts and other tools. */
@RestController
class BillsController {
    private final Estates estates;
    private final Weighing weighing;

    BillsController(Estates estates, Weighing weighing) {
        this.estates = estates;
        this.weighing = weighing;
    }

    /** Weighs an estate under the scenarios asked for; under today's when none is. */
    @PostMapping("/api/v1/estates/{slug}/bills")
    BillsAnswer weigh(@PathVariable String slug, @RequestBody(required = false) @Nullable BillsRequest request) {
        Snapshot estate = estates.get(slug);
        Answer answer = weighing.weigh(estate, BillsRequest.orToday(request).question());
        return BillsAnswer.of(estate.document(), answer);
    }
}
