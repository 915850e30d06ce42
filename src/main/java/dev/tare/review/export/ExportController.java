package dev.tare.review.export;

import dev.tare.estate.Estates;
import dev.tare.site.Place;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page that says what an estate can be taken away as. */
@Controller
class ExportController {
    private final Exports exports;
    private final Estates estates;

    ExportController(Exports exports, Estates estates) {
        this.exports = exports;
        this.estates = estates;
    }

    /** One format on the page. */
    record Row(String name, String title, String holds, String extension) {
        static Row of(ExportFormat format) {
            return new Row(format.name(), format.title(), format.holds(), format.extension());
        }
    }

    @GetMapping("/estates/{slug}/export")
    String formats(@PathVariable String slug, Model model) {
        model.addAttribute("place", new Place(slug, estates.get(slug).document().name()));
        List<Row> formats = exports.formats().stream().map(Row::of).toList();
        model.addAttribute("slug", slug);
        model.addAttribute("formats", formats);
        return "review/export";
    }
}
