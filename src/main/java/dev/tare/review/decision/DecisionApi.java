package dev.tare.review.decision;

import dev.tare.comparison.web.CompareQuery;
import dev.tare.comparison.web.Sheet;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Invalid;
import dev.tare.site.Invalid.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Decisions for programs. */
@Tag(name = "Decisions", description = "Decisions on record, with the figures they rested on.")
@RestController
class DecisionApi {
    private static final String API = "/api/v1/estates/{slug}/decisions";

    private final Decisions decisions;
    private final Estates estates;

    DecisionApi(Decisions decisions, Estates estates) {
        this.decisions = decisions;
        this.estates = estates;
    }

    /** A decision in a list. */
    record Listed(int number, String title, String status, @Nullable Integer supersededBy, @Nullable Instant decidedAt,
            Instant createdAt, String chosen) {
        static Listed of(Decision decision) {
            return new Listed(decision.number(), decision.title(), decision.status().id(), decision.supersededBy(),
                    decision.decidedAt(), decision.createdAt(), decision.wording().chosen());
        }
    }

    /** A decision as a whole. */
    record Whole(int number, long version, String title, String status, @Nullable Integer supersededBy,
            List<Integer> supersedes, @Nullable Instant decidedAt, Instant createdAt, Instant updatedAt,
            Wording wording, Frozen frozen) {}

    /**
     * What to record or to change; what is left out is drafted, or stays.
     *
     * @param compare    address of a comparison, or what stands behind its question mark; to record
     * @param version    the version that was read; to change
     * @param supersedes the number of a decision whose place it takes
     */
    record Asked(@Nullable String compare, @Nullable Long version, @Nullable String title, @Nullable String status,
            @Nullable Integer supersedes, @Nullable String chosen, @Nullable String people, @Nullable String context,
            @Nullable String drivers, @Nullable String outcome, @Nullable String consequences,
            @Nullable String confirmation) {
        Draft over(Draft draft) {
            Wording words = draft.wording();
            return new Draft(or(title, draft.title()), wanted(draft.status()), supersedes,
                    new Wording(or(chosen, words.chosen()), or(people, words.people()), or(context, words.context()),
                            or(drivers, words.drivers()), or(outcome, words.outcome()),
                            or(consequences, words.consequences()), or(confirmation, words.confirmation()),
                            words.options(), words.answers()));
        }

        private Status wanted(Status before) {
            if (status == null || status.equals(before.id())) {
                return before;
            }
            return Status.of(status).filter(Status.chosen()::contains)
                    .orElseThrow(() -> new Invalid("A decision cannot have this status.", List.of(Problem.at("status",
                            "one of " + String.join(", ", Status.chosen().stream().map(Status::id).toList()),
                            status))));
        }

        private static String or(@Nullable String asked, String otherwise) {
            return Objects.requireNonNullElse(asked, otherwise);
        }
    }

    @Operation(summary = "List decisions", description = "The latest first.")
    @GetMapping(API)
    List<Listed> list(@PathVariable String slug) {
        return decisions.all(slug).stream().map(Listed::of).toList();
    }

    @Operation(summary = "Record a decision", description = "Freezes the figures of a comparison as they are now. "
            + "compare is the address of a comparison, or what stands behind its question mark, as in "
            + "s=today&s=vm-systemd. Words that are left out are drafted from the figures.")
    @PostMapping(API)
    ResponseEntity<Whole> record(@PathVariable String slug, @RequestBody Asked asked) {
        Snapshot estate = estates.get(slug);
        CompareQuery query = decisions.query(Objects.requireNonNullElse(asked.compare(), ""));
        Sheet sheet = decisions.sheet(estate, query);
        Decision recorded = decisions.record(estate, query, asked.over(decisions.draft(estate, sheet)));
        return ResponseEntity.created(URI.create(API.replace("{slug}", slug) + "/" + recorded.number()))
                .eTag(String.valueOf(recorded.version())).body(whole(recorded));
    }

    @Operation(summary = "Read a decision", description = "Its words, and the figures as they were when it was "
            + "recorded. Accept: text/markdown gives it in the form of MADR 4.")
    @GetMapping(path = API + "/{number}", produces = "application/json")
    ResponseEntity<Whole> get(@PathVariable String slug, @PathVariable int number) {
        Decision decision = decisions.get(slug, number);
        return ResponseEntity.ok().eTag(String.valueOf(decision.version())).body(whole(decision));
    }

    @GetMapping(path = API + "/{number}", produces = "text/markdown;charset=UTF-8")
    String markdown(@PathVariable String slug, @PathVariable int number) {
        Decision decision = decisions.get(slug, number);
        return DecisionMarkdown.of(decision, decisions.supersededBy(decision));
    }

    @Operation(summary = "Change the words or the status of a decision", description = "version is the one that was "
            + "read; 409 where somebody else changed it meanwhile. Figures never change.")
    @PostMapping(API + "/{number}")
    ResponseEntity<Whole> change(@PathVariable String slug, @PathVariable int number, @RequestBody Asked asked) {
        Decision before = decisions.get(slug, number);
        long version = Optional.ofNullable(asked.version())
                .orElseThrow(() -> new Invalid("A change says which version it is of.",
                        List.of(Problem.at("version", "the version that was read", null))));
        Decision changed = decisions.change(slug, number, version,
                asked.over(new Draft(before.title(), before.status(), null, before.wording())));
        return ResponseEntity.ok().header(HttpHeaders.ETAG, "\"" + changed.version() + "\"").body(whole(changed));
    }

    private Whole whole(Decision decision) {
        return new Whole(decision.number(), decision.version(), decision.title(), decision.status().id(),
                decision.supersededBy(), decisions.supersededBy(decision).stream().map(Decision::number).toList(),
                decision.decidedAt(), decision.createdAt(), decision.updatedAt(), decision.wording(),
                decision.frozen());
    }
}
