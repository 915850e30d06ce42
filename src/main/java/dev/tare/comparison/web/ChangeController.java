package dev.tare.comparison.web;

import dev.tare.catalogue.Assumption;
import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.UsedAssumptions;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Figures;
import dev.tare.site.Place;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Every assumption, to be found by words and changed under an estate: as a page, or as the part of it a panel shows. */
@Controller
class ChangeController {
    private static final int SHOWN = 40;

    private final Estates estates;
    private final Catalogue catalogue;
    private final UsedAssumptions used;

    ChangeController(Estates estates, Catalogue catalogue, UsedAssumptions used) {
        this.estates = estates;
        this.catalogue = catalogue;
        this.used = used;
    }

    /** What the page shows; {@code weigh} is where a change leads. */
    record Page(String words, String found, List<Row> rows, List<Hidden> fields, String action, String weigh,
            String back) {}

    /** An assumption, and whether what is compared rests on it. */
    record Row(Change change, boolean used) {}

    @GetMapping("/estates/{slug}/assumptions")
    String list(@PathVariable String slug, WeightForm form, @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean panel, Model model) {
        Snapshot estate = estates.get(slug);
        WeightQuery query = form.query(false, catalogue);
        model.addAttribute("place", new Place(slug, estate.document().name()));
        model.addAttribute("page", page(estate, query, q.strip(), Figures.forViewer()));
        return panel ? "comparison/assumptions :: list" : "comparison/assumptions";
    }

    private Page page(Snapshot estate, WeightQuery query, String words, Figures figures) {
        Set<String> keys = used.in(estate, Stream.of(query.a(), query.b()).map(each -> each.ask(catalogue)).toList());
        List<Row> rows = catalogue.entries().stream().filter(Assumption::usable).filter(each -> mentions(each, words))
                .map(each -> new Row(Change.of(each, query.whatIf(), null, figures), keys.contains(each.key())))
                .sorted(Comparator.comparing(row -> !row.used())).toList();
        long here = rows.stream().filter(Row::used).count();
        String found = figures.count(rows.size()) + " found, " + figures.count(here) + " of them in this bill"
                + (rows.size() > SHOWN ? "; the first " + figures.count(SHOWN) + " are shown" : "");
        String weigh = "/estates/" + estate.slug();
        return new Page(words, found, rows.stream().limit(SHOWN).toList(), query.fields(), weigh + "/assumptions",
                weigh, query.with(weigh, query.whatIf()));
    }

    private static boolean mentions(Assumption entry, String words) {
        String all = (entry.key() + " " + entry.what() + " " + entry.source() + " " + entry.unit())
                .toLowerCase(Locale.ROOT);
        return Stream.of(words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(all::contains);
    }
}
