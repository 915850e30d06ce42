package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.graph.Picture;
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
    private final Graphs graphs;
    private final Catalogue catalogue;

    GraphController(Estates estates, Graphs graphs, Catalogue catalogue) {
        this.estates = estates;
        this.graphs = graphs;
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
        Graphs.Seen seen = graphs.see(estate, query, figures);
        model.addAttribute("page", GraphPage.of(estate, query, seen.scene(), seen.now().weighed(),
                seen.then() == null ? null : seen.then().weighed(), seen.picture(), graphs.inPage(seen.picture()),
                catalogue, figures));
        return form.content() ? "comparison/graph :: picture" : "comparison/graph";
    }

    /**
     * The picture by itself, to keep or to put into a document; {@code page=true} for one to put into a page that follows
     * a hand.
     */
    @GetMapping("/estates/{slug}/graph.svg")
    ResponseEntity<String> svg(@PathVariable String slug, GraphForm form,
            @RequestParam(defaultValue = "false") boolean page,
            @RequestParam(defaultValue = "false") boolean download) {
        Snapshot estate = estates.get(slug);
        GraphQuery query = form.query(catalogue);
        Picture picture = page
                ? graphs.atOnce(estate, query, Figures.forViewer())
                : graphs.see(estate, query, Figures.forViewer()).picture();
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().contentType(MediaType.valueOf("image/svg+xml"));
        if (download) {
            answer.header(HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename(slug + "-graph.svg").build().toString());
        }
        return answer.body(page ? graphs.inPage(picture) : graphs.alone(picture));
    }
}
