package dev.tare.comparison.web;

import dev.tare.comparison.Advising;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Advice for scripts and other tools. */
@Tag(name = "Advice", description = "Which services of an estate to merge.")
@RestController
class AdviceController {
    private final Estates estates;
    private final Advising advising;

    AdviceController(Estates estates, Advising advising) {
        this.estates = estates;
        this.advising = advising;
    }

    /** The whole path from one unit each to all in one, with the plan that weighs least. */
    @Operation(summary = "Which services to merge", description = "The path from one unit each to all in one, each plan "
            + "weighed as a whole; optimum and knee are numbers of units on it. Sizes may be plain bytes or typed "
            + "(4 GiB), times plain milliseconds or typed (200 ms), money plain or with the currency ($50). verdict says "
            + "whether the best plan is surely better than today's.")
    @GetMapping("/api/v1/estates/{slug}/advice")
    @Parameter(name = "objective", in = ParameterIn.QUERY, description = "cost, p99, or weighted: both")
    @Parameter(name = "weight", in = ParameterIn.QUERY, description = "what a millisecond of p99 is worth a month, for "
            + "objective=weighted")
    @Parameter(name = "preset", in = ParameterIn.QUERY, description = "a preset of the catalogue; today's shape unless stated")
    @Parameter(name = "teams", in = ParameterIn.QUERY, description = "never (the default): two teams never "
            + "share a unit; priced: each further team in a unit costs teamPrice; free")
    @Parameter(name = "teamPrice", in = ParameterIn.QUERY, description = "money a month for each further team in a unit")
    @Parameter(name = "memoryAtMost", in = ParameterIn.QUERY, description = "memory the services of one process may ask "
            + "for together")
    @Parameter(name = "p99AtMost", in = ParameterIn.QUERY, description = "how long 99 of 100 requests may take at each "
            + "entry point, or at one as in frontend:200 ms; repeatable")
    @Parameter(name = "apart", in = ParameterIn.QUERY, description = "two services to keep apart, a,b; repeatable")
    @Parameter(name = "together", in = ParameterIn.QUERY, description = "services to keep together, a,b,…; repeatable")
    AdviceAnswer advise(@PathVariable String slug,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> asked) {
        Snapshot estate = estates.get(slug);
        return AdviceAnswer
                .of(advising.advise(estate, AdviceRequest.of(asked).question(Advising.currency(estate))));
    }
}
