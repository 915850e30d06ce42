package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.estate.EstateDocument.Today;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Figures;
import dev.tare.site.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Two to four scenarios side by side; the address holds the whole question. */
@Controller
class CompareController {
    private final Estates estates;
    private final Sheets sheets;
    private final Catalogue catalogue;

    CompareController(Estates estates, Sheets sheets, Catalogue catalogue) {
        this.estates = estates;
        this.sheets = sheets;
        this.catalogue = catalogue;
    }

    @GetMapping("/estates/{slug}/compare")
    String show(@PathVariable String slug, @RequestParam MultiValueMap<String, String> parameters, Model model) {
        Snapshot estate = estates.get(slug);
        model.addAttribute("place", new Place(slug, estate.document().name()));
        if (estate.document().services().isEmpty()) {
            return "comparison/weight-empty";
        }
        CompareQuery query = CompareQuery.read(parameters, catalogue, usual(estate));
        Figures figures = Figures.forViewer();
        model.addAttribute("page",
                ComparePage.of(estate, query, sheets.of(estate, query, figures), catalogue, figures));
        return parameters.containsKey("fragment") ? "comparison/compare :: content" : "comparison/compare";
    }

    @GetMapping("/estates/{slug}/compare.md")
    ResponseEntity<byte[]> markdown(@PathVariable String slug,
            @RequestParam MultiValueMap<String, String> parameters) {
        CompareQuery query = CompareQuery.read(parameters, catalogue, usual(estates.get(slug)));
        Sheet sheet = sheet(slug, query);
        String text = "# " + dev.tare.site.Markdown.text(sheet.estate()) + ": scenarios compared\n\n"
                + (sheet.columns().isEmpty()
                        ? "None of the scenarios can be weighed.\n"
                        : SheetFiles.markdown(sheet, "##"))
                + "\nThe same question on the page: <" + query.address(slug) + ">\n";
        return file(slug, "md", MediaType.TEXT_MARKDOWN, text);
    }

    @GetMapping("/estates/{slug}/compare.csv")
    ResponseEntity<byte[]> csv(@PathVariable String slug, @RequestParam MultiValueMap<String, String> parameters) {
        CompareQuery query = CompareQuery.read(parameters, catalogue, usual(estates.get(slug)));
        return file(slug, "csv", MediaType.parseMediaType("text/csv"), SheetFiles.csv(sheet(slug, query)));
    }

    /** Files travel: in English, whoever takes them. */
    private Sheet sheet(String slug, CompareQuery query) {
        return sheets.of(estates.get(slug), query, new Figures(Locale.ENGLISH));
    }

    private static ResponseEntity<byte[]> file(String slug, String ending, MediaType type, String text) {
        return ResponseEntity.ok().contentType(new MediaType(type, StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename(slug + "-comparison." + ending).build().toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Today's beside one process, or beside many where it is one already. */
    private static List<Sought> usual(Snapshot estate) {
        Today today = estate.document().today();
        boolean one = today != null && ("all-in-one".equals(today.grouping())
                || today.grouping() == null && WeightQuery.ONE_PROCESS.written().equals(today.preset()));
        return List.of(Sought.TODAY, WeightQuery.beside(one));
    }
}
