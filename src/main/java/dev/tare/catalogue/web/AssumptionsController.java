package dev.tare.catalogue.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.How;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Every figure of the product and where it comes from; {@code #key} leads to one. */
@Controller
class AssumptionsController {
    private final List<FigureView> all;

    AssumptionsController(Catalogue catalogue) {
        all = catalogue.entries().stream().map(FigureView::of).toList();
    }

    /** What the page shows. */
    record Page(String words, String how, List<GradeCount> grades, List<FigureView> figures, int total) {}

    /** A grade and how many figures have it. */
    record GradeCount(GradeView grade, long count) {}

    @GetMapping("/catalogue/assumptions")
    String assumptions(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String how,
            Model model) {
        List<FigureView> found = all.stream().filter(each -> each.mentions(q.strip()))
                .filter(each -> how.isEmpty() || each.grade().id().equals(how)).toList();
        model.addAttribute("page", new Page(q.strip(), how, grades(), found, all.size()));
        return "catalogue/assumptions";
    }

    private List<GradeCount> grades() {
        return Arrays.stream(How.values()).map(GradeView::of).map(grade -> new GradeCount(grade,
                all.stream().filter(each -> each.grade().equals(grade)).count())).toList();
    }
}
