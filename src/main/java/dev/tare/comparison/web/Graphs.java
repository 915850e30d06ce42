package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.CallWeights;
import dev.tare.comparison.Question;
import dev.tare.comparison.graph.Drawing;
import dev.tare.comparison.graph.Picture;
import dev.tare.comparison.web.GraphQuery.By;
import dev.tare.comparison.web.GraphQuery.Weigh;
import dev.tare.engine.Journey.Band;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Figures;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/** Draws the calls of an estate as a scenario has them, or what another would make of them laid over it. */
@Service
@NamedInterface("comparison")
public class Graphs {
    private final CallWeights weights;
    private final Catalogue catalogue;
    private final Drawing drawing = new Drawing();

    Graphs(CallWeights weights, Catalogue catalogue) {
        this.weights = weights;
        this.catalogue = catalogue;
    }

    /** What is drawn, and of what. */
    record Seen(GraphScene scene, GraphScene.Calls now, GraphScene.@Nullable Calls then, Picture picture) {}

    /**
     * Scenarios as pictures that are kept, in their order: the first as it is, each other laid over the first, which shows
     * what stays a hop and what moves inside a unit.
     *
     * @param scenarios as they are written in addresses
     */
    public List<String> overlaid(Snapshot estate, List<String> scenarios, CompareQuery query, Figures figures) {
        Sought first = new Sought(scenarios.getFirst());
        return scenarios.stream().map(Sought::new)
                .map(each -> new GraphQuery(first, each.equals(first) ? null : each, Weigh.MONEY, By.UNIT, Set.of(),
                        Set.of(), "", false, query.whatIf()))
                .map(asked -> drawing.inText(see(estate, asked, figures).picture())).toList();
    }

    Seen see(Snapshot estate, GraphQuery query, Figures figures) {
        return see(estate, query, figures, true);
    }

    /** The picture alone, for a page that follows a hand: milliseconds only if they are what is drawn. */
    Picture atOnce(Snapshot estate, GraphQuery query, Figures figures) {
        return see(estate, query, figures, query.weigh() == Weigh.MS).picture();
    }

    private Seen see(Snapshot estate, GraphQuery query, Figures figures, boolean timed) {
        GraphScene.Calls now = calls(estate, query.question(catalogue), timed);
        GraphScene.Calls then = query.to() == null ? null : calls(estate, query.on(query.to(), catalogue), timed);
        Writer writer = new Writer(figures, now.weighed().currency());
        GraphScene scene = new GraphScene(estate, query, now, then, writer);
        String title = "Calls of " + estate.document().name() + ", " + GraphPage.title(now.weighed())
                + "; lines as wide as " + query.weigh().words().toLowerCase(Locale.ROOT) + " say.";
        return new Seen(scene, now, then, scene.picture(title));
    }

    String inPage(Picture picture) {
        return drawing.inPage(picture);
    }

    String alone(Picture picture) {
        return drawing.alone(picture);
    }

    private GraphScene.Calls calls(Snapshot estate, Question question, boolean timed) {
        CallWeights.Weighed weighed = weights.of(estate, question);
        int calls = weighed.calls().size();
        return new GraphScene.Calls(weighed, timed
                ? GraphLines.ms(weights.journey(estate, question, -1, Band.ALL), calls)
                : GraphLines.untimed(calls));
    }
}
