package dev.tare.review.history;

import dev.tare.comparison.Ids;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.estate.Revisions;
import dev.tare.review.Snapshots;
import dev.tare.review.Standings;
import dev.tare.review.history.Course.Step;
import dev.tare.review.history.Diff.Way;
import dev.tare.review.history.HistoryPage.Carried;
import dev.tare.review.history.HistoryPage.Mark;
import dev.tare.site.Figures;
import dev.tare.site.Invalid;
import dev.tare.site.Moment;
import dev.tare.site.NotFound;
import dev.tare.site.Place;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page that shows how an estate went over time. */
@Controller
class HistoryController {
    private final Past past;
    private final Standings standings;
    private final Points points;
    private final Diffs diffs;
    private final Clock clock;

    HistoryController(Past past, Standings standings, Points points, Diffs diffs, Clock clock) {
        this.past = past;
        this.standings = standings;
        this.points = points;
        this.diffs = diffs;
        this.clock = clock;
    }

    /** What is kept of estates. */
    @Component
    record Past(Estates estates, Revisions revisions, Snapshots snapshots) {}

    @GetMapping("/estates/{slug}/history")
    String show(@PathVariable String slug, HistoryQuery query, Model model) {
        Snapshot estate = past.estates().get(slug);
        model.addAttribute("place", new Place(slug, estate.document().name()));
        model.addAttribute("slug", slug);
        if (estate.document().services().isEmpty()) {
            return "review/history-empty";
        }
        model.addAttribute("page", page(estate, query));
        return "review/history";
    }

    private HistoryPage page(Snapshot estate, HistoryQuery query) {
        Course course = course(estate, query);
        String measure = Ids.of(query.measured());
        Amounts amounts = new Amounts(course.steps().getLast().standing().currency(), Figures.forViewer());
        HistoryWords words = new HistoryWords(course, amounts, measure, isOpen(estate.slug(), course, measure));
        List<Mark> marks = course.marks().stream()
                .map(mark -> new Mark(new Moment(mark.at()), mark.at().toEpochMilli(), mark.words())).toList();
        return new HistoryPage(estate.slug(), estate.document().name(), words.headline(), words.lede(), words.trend(),
                Amounts.name(measure), HistoryPage.measures(query), HistoryPage.periods(query),
                HistoryPage.rows(course, query, amounts), marks, new Carried(measure, query.period()),
                query.compares() ? compared(estate.slug(), query, amounts) : null);
    }

    private Course course(Snapshot estate, HistoryQuery query) {
        Instant now = clock.instant();
        Instant since = query.since(now);
        return Course.of(past.snapshots().since(estate.slug(), since), past.revisions().since(estate.slug(), since))
                .with(new Step(HistoryQuery.NOW, now, estate.version(), "Now", standings.of(estate)));
    }

    /** Whether the draws cannot say which way tare went; where the first state is no longer kept, its figures have to do. */
    private boolean isOpen(String slug, Course course, String measure) {
        if (course.steps().size() < 2) {
            return false;
        }
        try {
            Point first = points.named(slug, "since", course.steps().getFirst().id());
            return diffs.between(first, points.now(slug)).row("tare", measure).way() == Way.TOO_CLOSE;
        } catch (NotFound | Invalid _) {
            return false;
        }
    }

    private DiffView compared(String slug, HistoryQuery query, Amounts amounts) {
        Diff diff = diffs.between(point(slug, "a", String.valueOf(query.a())), point(slug, "b", query.other()));
        String address = "/api/v1/estates/" + slug + "/diff?format=text&since=" + query.a()
                + (query.other().equals(HistoryQuery.NOW) ? "" : "&to=" + query.other());
        return DiffView.of(new Telling(diff, amounts), Ids.of(query.measured()), address);
    }

    private Point point(String slug, String field, String name) {
        return name.equals(HistoryQuery.NOW) ? points.now(slug) : points.named(slug, field, name);
    }
}
