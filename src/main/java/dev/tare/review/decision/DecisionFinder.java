package dev.tare.review.decision;

import dev.tare.site.Find;
import dev.tare.site.Finder;
import dev.tare.site.Place;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds decisions by their titles, numbers and status. */
@Component
class DecisionFinder implements Finder {
    private final DecisionRows rows;

    DecisionFinder(DecisionRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Find> within(Place place) {
        return rows.titles(place.slug()).stream().map(each -> new Find("decision", each.title(),
                "number " + each.number() + ", " + each.status(), "decision record",
                "/estates/" + place.slug() + "/decisions/" + each.number())).toList();
    }
}
