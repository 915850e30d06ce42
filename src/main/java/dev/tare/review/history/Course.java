package dev.tare.review.history;

import dev.tare.estate.Cause;
import dev.tare.estate.Revision;
import dev.tare.review.Kept;
import dev.tare.review.Kept.Reason;
import dev.tare.review.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How an estate went over a time, the oldest first.
 *
 * @param steps figures that were taken, and those of now at the end
 * @param marks imports and decisions
 */
record Course(List<Step> steps, List<Mark> marks) {
    /** Figures at a moment; {@code id} as {@link Points} reads it. */
    record Step(String id, Instant at, long version, String cause, Standing standing) {}

    /** Something that happened. */
    record Mark(Instant at, String words) {}

    static Course of(List<Kept> kept, List<Revision> log) {
        List<Step> steps = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        Instant before = Instant.MIN;
        for (Kept each : kept) {
            if (each.reason() == Reason.DAILY && says(steps, each.standing())) {
                continue;
            }
            steps.add(new Step("s" + each.id(), each.takenAt(), each.version(), cause(each, before, log),
                    each.standing()));
            before = each.statedAt();
            if (each.reason() == Reason.DECISION) {
                marks.add(new Mark(each.takenAt(), each.words()));
            }
        }
        log.stream().filter(each -> isMark(each.cause()))
                .forEach(each -> marks.add(new Mark(each.at(), words(each.cause()))));
        marks.sort(Comparator.comparing(Mark::at));
        return new Course(steps, marks);
    }

    /** Whether a day went by that brought nothing: it would be a row and a point that say the same again. */
    private static boolean says(List<Step> steps, Standing standing) {
        return !steps.isEmpty() && steps.getLast().standing().equals(standing);
    }

    Course with(Step now) {
        List<Step> all = new ArrayList<>(steps);
        all.add(now);
        return new Course(all, marks);
    }

    private static boolean isMark(Cause cause) {
        return cause.kind() == Cause.Kind.IMPORT || cause.kind() == Cause.Kind.UNDO;
    }

    private static String words(Cause cause) {
        return cause.kind() == Cause.Kind.IMPORT
                ? "Import of " + cause.words()
                : "Import of " + cause.words() + " undone";
    }

    private static String cause(Kept kept, Instant before, List<Revision> log) {
        return switch (kept.reason()) {
            case DAILY -> "A day went by";
            case MODEL -> "Other assumptions or a newer program";
            case DECISION -> kept.words();
            case CHANGE, ASKED -> changes(log.stream()
                    .filter(each -> each.at().isAfter(before) && !each.at().isAfter(kept.statedAt())).toList());
        };
    }

    private static String changes(List<Revision> log) {
        List<String> imports = log.stream().map(Revision::cause).filter(Course::isMark).map(Course::words).distinct()
                .toList();
        if (!imports.isEmpty()) {
            return String.join("; ", imports.reversed());
        }
        return log.size() <= 1 ? "A change" : log.size() + " changes";
    }
}
