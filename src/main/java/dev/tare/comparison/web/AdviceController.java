package dev.tare.comparison.web;

import dev.tare.comparison.Advising;
import dev.tare.estate.Estates;
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
            + "weighed as a whole; optimum and knee are numbers of units on it. objective is cost or p99; preset a shape "
            + "of the catalogue, today's unless stated; teams is hard (two teams never share a unit) or free; "
            + "apart=a,b keeps two services apart and together=a,b,… keeps services together, each as often as needed.")
    @GetMapping("/api/v1/estates/{slug}/advice")
    @Parameter(name = "objective", in = ParameterIn.QUERY, description = "cost or p99")
    @Parameter(name = "preset", in = ParameterIn.QUERY, description = "a preset of the catalogue")
    @Parameter(name = "teams", in = ParameterIn.QUERY, description = "hard or free")
    @Parameter(name = "apart", in = ParameterIn.QUERY, description = "a,b; repeatable")
    @Parameter(name = "together", in = ParameterIn.QUERY, description = "a,b,…; repeatable")
    AdviceAnswer advise(@PathVariable String slug,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> asked) {
        return AdviceAnswer.of(advising.advise(estates.get(slug), AdviceRequest.of(asked).question()));
    }
}
