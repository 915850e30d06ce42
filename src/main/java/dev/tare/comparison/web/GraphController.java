package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.CallWeights;
import dev.tare.comparison.Question;
import dev.tare.comparison.graph.Drawing;
import dev.tare.comparison.graph.Picture;
import dev.tare.engine.Journey.Band;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Figures;
import dev.tare.site.Place;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The graph of an estate: services in the units of a scenario, and the calls between them by weight. */
@Controller
class GraphController {
    private final Estates estates;
    private final CallWeights weights;
    private final Catalogue catalogue;
    private final Drawing drawing = new Drawing();

    GraphController(Estates estates, CallWeights weights, Catalogue catalogue) {
        this.estates = estates;
        this.weights = weights;
        this.catalogue = catalogue;
    }

    /** The page, or with {@code fragment=true} its picture and table alone. */
    @GetMapping("/estates/{slug}/graph")
    String show(@PathVariable String slug, GraphForm form, Model model) {
        Snapshot estate = estates.get(slug);
        model.addAttribute("place", new Place(slug, estate.document().name()));
        if (estate.document().services().isEmpty()) {
            return "comparison/weight-empty";
        }
        GraphQuery query = form.query(catalogue);
        Figures figures = Figures.forViewer();
        Seen seen = see(estate, query, figures);
        model.addAttribute("page", GraphPage.of(estate, query, seen.scene(), seen.now().weighed(),
                seen.then() == null ? null : seen.then().weighed(), seen.picture(), drawing.inPage(seen.picture()),
                catalogue, figures));
        return form.content() ? "comparison/graph :: picture" : "comparison/graph";
    }

    /** The picture by itself, to keep or to put into a document; {@code page=true} for one to put into a page. */
    @GetMapping("/estates/{slug}/graph.svg")
    ResponseEntity<String> svg(@PathVariable String slug, GraphForm form,
            @RequestParam(defaultValue = "false") boolean page,
            @RequestParam(defaultValue = "false") boolean download) {
        Snapshot estate = estates.get(slug);
        Picture picture = see(estate, form.query(catalogue), Figures.forViewer()).picture();
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().contentType(MediaType.valueOf("image/svg+xml"));
        if (download) {
            answer.header(HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename(slug + "-graph.svg").build().toString());
        }
        return answer.body(page ? drawing.inPage(picture) : drawing.alone(picture));
    }

    /** What is drawn, and of what. */
    private record Seen(GraphScene scene, GraphScene.Calls now,
            GraphScene.@org.jspecify.annotations.Nullable Calls then,
            Picture picture) {}

    private Seen see(Snapshot estate, GraphQuery query, Figures figures) {
        GraphScene.Calls now = calls(estate, query.question(catalogue));
        GraphScene.Calls then = query.to() == null ? null : calls(estate, query.on(query.to(), catalogue));
        Writer writer = new Writer(figures, now.weighed().currency());
        GraphScene scene = new GraphScene(estate, query, now, then, writer);
        String title = "Calls of " + estate.document().name() + ", " + GraphPage.title(now.weighed())
                + "; lines as wide as " + query.weigh().words().toLowerCase(java.util.Locale.ROOT) + " say.";
        return new Seen(scene, now, then, scene.picture(title));
    }

    private GraphScene.Calls calls(Snapshot estate, Question question) {
        CallWeights.Weighed weighed = weights.of(estate, question);
        return new GraphScene.Calls(weighed,
                GraphLines.ms(weights.journey(estate, question, -1, Band.ALL), weighed.calls().size()));
    }
}
