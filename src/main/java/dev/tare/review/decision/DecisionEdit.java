package dev.tare.review.decision;

import dev.tare.comparison.web.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The form of a decision.
 *
 * @param action  where it is sent
 * @param cancel  where it leads when left
 * @param compare address of the comparison, of one that is not recorded yet
 * @param seen    the version of what was read: of the record, or of the estate
 * @param notice  why it was not kept; empty at first
 * @param theirs  what somebody else wrote meanwhile, where it differs
 */
record DecisionEdit(String slug, String heading, String action, String cancel, String compare, long seen, Draft draft,
        List<Status> statuses, List<Choice> options, List<Choice> others, List<Pair> sides, String notice,
        List<Their> theirs) {
    /** Something to choose. */
    record Choice(String value, String name, boolean chosen) {}

    /** What speaks for and against an option. */
    record Pair(String title, String good, String bad) {}

    /** A field as somebody else left it. */
    record Their(String field, String text) {}

    static DecisionEdit of(String slug, String heading, String action, String cancel, String compare, long seen,
            Draft draft, Sheet sheet, List<Decision> others) {
        List<Status> statuses = new ArrayList<>(Status.chosen());
        if (draft.status() == Status.SUPERSEDED) {
            statuses.add(Status.SUPERSEDED);
        }
        return new DecisionEdit(slug, heading, action, cancel, compare, seen, draft, statuses,
                sheet.columns().stream().map(column -> new Choice(column.scenario(), column.title(),
                        column.scenario().equals(draft.wording().chosen()))).toList(),
                others.stream().map(other -> new Choice(String.valueOf(other.number()),
                        other.number() + ": " + other.title(),
                        Objects.equals(other.number(), draft.supersedes()))).toList(),
                IntStream.range(0, Math.min(sheet.columns().size(), draft.wording().options().size()))
                        .mapToObj(i -> new Pair(sheet.columns().get(i).title(),
                                draft.wording().options().get(i).good(), draft.wording().options().get(i).bad()))
                        .toList(),
                "", List.of());
    }

    /** The same form, refused: with why, and with what somebody else wrote where it differs. */
    DecisionEdit refused(String why, long now, @Nullable Decision other) {
        return new DecisionEdit(slug, heading, action, cancel, compare, now, draft, statuses, options, others, sides,
                why, other == null ? List.of() : theirs(other));
    }

    private List<Their> theirs(Decision other) {
        Wording mine = draft.wording();
        Wording words = other.wording();
        List<Their> theirs = new ArrayList<>();
        differing(theirs, "Title", draft.title(), other.title());
        differing(theirs, "Status", draft.status().id(), other.status().id());
        differing(theirs, "Decided by", mine.people(), words.people());
        differing(theirs, "Context", mine.context(), words.context());
        differing(theirs, "Drivers", mine.drivers(), words.drivers());
        differing(theirs, "Outcome", mine.outcome(), words.outcome());
        differing(theirs, "Consequences", mine.consequences(), words.consequences());
        differing(theirs, "Confirmation", mine.confirmation(), words.confirmation());
        return theirs;
    }

    private static void differing(List<Their> theirs, String field, String mine, String other) {
        if (!mine.equals(other)) {
            theirs.add(new Their(field, other.isEmpty() ? "(nothing)" : other));
        }
    }
}
