package dev.tare.site;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The search box: a page of what it finds, or a few suggestions while somebody types. */
@Controller
class SearchController {
    private static final int LONGEST = 200;

    private final Search search;
    private final List<Finder> finders;

    SearchController(Search search, List<Finder> finders) {
        this.search = search;
        this.finders = List.copyOf(finders);
    }

    @GetMapping("/search")
    String everywhere(@RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(defaultValue = "false") boolean fragment, Model model) {
        return show(words, null, fragment, model);
    }

    @GetMapping("/estates/{slug}/search")
    String inside(@PathVariable String slug, @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(defaultValue = "false") boolean fragment, Model model) {
        Place place = place(slug).orElseThrow(() -> new NotFound("No estate is at '" + slug + "'."));
        model.addAttribute("place", place);
        return show(words, place, fragment, model);
    }

    private String show(String typed, @Nullable Place place, boolean few, Model model) {
        String words = typed.strip().substring(0, Math.min(LONGEST, typed.strip().length()));
        model.addAttribute("page", SearchPage.of(words, place, search.of(words, place), few));
        return few ? "site/_finds" : "site/search";
    }

    private Optional<Place> place(String slug) {
        return finders.stream().flatMap(finder -> finder.places().stream())
                .filter(place -> place.slug().equals(slug)).findFirst();
    }
}
