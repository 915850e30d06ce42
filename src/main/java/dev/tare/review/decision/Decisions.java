package dev.tare.review.decision;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.web.CompareQuery;
import dev.tare.comparison.web.Graphs;
import dev.tare.comparison.web.Sheet;
import dev.tare.comparison.web.Sheets;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.review.Snapshots;
import dev.tare.site.Conflict;
import dev.tare.site.Figures;
import dev.tare.site.Invalid;
import dev.tare.site.Invalid.Problem;
import dev.tare.site.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;

/** The decisions of an estate: drafted from a comparison, kept with its figures, edited, superseded. */
@Service
class Decisions {
    private static final int LONGEST = 20_000;

    private final DecisionRows rows;
    private final Estates estates;
    private final Sheets sheets;
    private final Graphs graphs;
    private final Snapshots snapshots;
    private final Catalogue catalogue;
    private final Clock clock;

    Decisions(DecisionRows rows, Estates estates, Sheets sheets, Graphs graphs, Snapshots snapshots,
            Catalogue catalogue,
            Clock clock) {
        this.rows = rows;
        this.estates = estates;
        this.sheets = sheets;
        this.graphs = graphs;
        this.snapshots = snapshots;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** The latest first. */
    List<Decision> all(String slug) {
        estates.version(slug);
        return rows.all(slug);
    }

    /** The decision of that number, or {@link NotFound}. */
    Decision get(String slug, int number) {
        return rows.find(slug, number)
                .orElseThrow(() -> new NotFound("No decision of this estate has the number " + number + "."));
    }

    /** The record whose place this one took. */
    List<Decision> supersededBy(Decision decision) {
        return rows.all(decision.slug()).stream()
                .filter(each -> Integer.valueOf(decision.number()).equals(each.supersededBy())).toList();
    }

    /** A comparison as it is now; files and records are in English, whoever keeps them. */
    Sheet sheet(Snapshot estate, CompareQuery query) {
        Sheet sheet = sheets.whole(estate, query, new Figures(Locale.ENGLISH));
        if (sheet.columns().size() < 2) {
            throw new Invalid("A decision is between two scenarios or more.",
                    List.of(Problem.at("s", "two to four scenarios that can be weighed",
                            sheet.columns().size() + " of them")));
        }
        return sheet;
    }

    /** What a record of a comparison would say, to be edited. */
    Draft draft(Snapshot estate, Sheet sheet) {
        return new Drafting(sheet, new Figures(Locale.ENGLISH))
                .draft(sheets.questions(estate, new Figures(Locale.ENGLISH)));
    }

    /** What an address asks to compare. */
    CompareQuery query(String address) {
        return CompareQuery.read(address, catalogue);
    }

    /** What the parameters of an address ask to compare. */
    CompareQuery query(MultiValueMap<String, String> parameters) {
        return CompareQuery.read(parameters, catalogue);
    }

    /** Keeps a decision with the figures of the comparison as they are now, which have to be those it was drafted from. */
    @Transactional
    Decision record(Snapshot estate, CompareQuery query, Draft draft) {
        checked(draft);
        Sheet sheet = sheet(estate, query);
        Instant now = clock.instant();
        int number = rows.next(estate.slug());
        rows.add(estate.slug(), number, draft,
                new Frozen(now, query.address(estate.slug()), snapshots.model(), sheet,
                        graphs(estate, query, sheet)),
                now);
        supersede(estate.slug(), number, draft.supersedes(), now);
        snapshots.now(estate.slug(), "Decision " + number + ": " + draft.title());
        return get(estate.slug(), number);
    }

    private List<String> graphs(Snapshot estate, CompareQuery query, Sheet sheet) {
        return graphs.overlaid(estate, sheet.columns().stream().map(Sheet.Column::scenario).toList(), query,
                new Figures(Locale.ENGLISH));
    }

    /**
     * Changes the words and the status of a decision; its figures stay.
     *
     * @throws Conflict when somebody else changed it meanwhile
     */
    @Transactional
    Decision change(String slug, int number, long expected, Draft draft) {
        checked(draft);
        Decision before = get(slug, number);
        Instant now = clock.instant();
        Instant decided = !draft.status().decided()
                ? before.decidedAt()
                : draft.status() == before.status() && before.decidedAt() != null ? before.decidedAt() : now;
        if (!rows.change(before, expected, draft, draft.status() == Status.PROPOSED ? null : decided, now)) {
            throw new Conflict("Someone else changed this decision in the meantime.",
                    String.valueOf(get(slug, number).version()));
        }
        supersede(slug, number, draft.supersedes(), now);
        return get(slug, number);
    }

    /** What the same comparison comes to now; empty where it cannot be weighed any more. */
    Optional<Sheet> today(Decision decision) {
        try {
            Sheet sheet = sheets.of(estates.get(decision.slug()), query(decision.frozen().address()),
                    new Figures(Locale.ENGLISH));
            return sheet.columns().size() == decision.frozen().sheet().columns().size()
                    ? Optional.of(sheet)
                    : Optional.empty();
        } catch (Invalid | NotFound _) {
            return Optional.empty();
        }
    }

    private void supersede(String slug, int number, @Nullable Integer other, Instant now) {
        if (other != null && (other == number || !rows.supersede(slug, other, number, now))) {
            throw new Invalid("A decision takes the place of another of this estate.",
                    List.of(Problem.at("supersedes", "the number of another decision", String.valueOf(other))));
        }
    }

    private static void checked(Draft draft) {
        if (draft.title().isBlank() || draft.title().length() > 200) {
            throw new Invalid("A decision needs a title.",
                    List.of(Problem.at("title", "1 to 200 characters", draft.title())));
        }
        Wording words = draft.wording();
        List.of(words.context(), words.drivers(), words.outcome(), words.consequences(), words.confirmation(),
                words.people()).forEach(text -> {
                    if (text.length() > LONGEST) {
                        throw new Invalid("A text is too long.",
                                List.of(Problem.at("wording", "at most " + LONGEST + " characters",
                                        text.length() + " characters")));
                    }
                });
    }
}
