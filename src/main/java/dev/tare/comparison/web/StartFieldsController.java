package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.FieldDefault;
import dev.tare.comparison.Defaults.Gap;
import dev.tare.comparison.Defaults.One;
import dev.tare.comparison.Narrowing;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Figures;
import dev.tare.site.Place;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The third step to a first label: the few fields that narrow it most, for the services in which they do. */
@Controller
class StartFieldsController {
    private static final int FIELDS = 3;
    private static final int SERVICES = 12;

    private final Estates estates;
    private final Narrowing narrowing;
    private final Catalogue catalogue;

    StartFieldsController(Estates estates, Narrowing narrowing, Catalogue catalogue) {
        this.estates = estates;
        this.narrowing = narrowing;
        this.catalogue = catalogue;
    }

    /**
     * What the step shows.
     *
     * @param columns the fields as the grid's address names them
     * @param more    services that lack one of them and are not shown
     */
    record Page(String slug, List<Column> fields, List<Row> rows, String columns, int more) {}

    /** A field: how much it narrows, and what it is taken to be. */
    record Column(String path, String name, String narrows, String taken) {}

    /** A service; {@code lacks} says for each field whether it is missing. */
    record Row(String name, List<Boolean> lacks) {}

    @GetMapping("/start/{slug}/fields")
    String show(@PathVariable String slug, Model model) {
        Snapshot estate = estates.get(slug);
        model.addAttribute("place", new Place(slug, estate.document().name()));
        model.addAttribute("page", page(estate));
        return "comparison/start-fields";
    }

    private Page page(Snapshot estate) {
        List<String> names = estate.document().services().stream().map(Service::name).toList();
        List<Gap> gaps = names.isEmpty()
                ? List.of()
                : narrowing.of(estate, names).stream().limit(FIELDS).toList();
        Set<String> lacking = new LinkedHashSet<>();
        for (int rank = 0; rank < names.size(); rank++) {
            int at = rank;
            gaps.stream().filter(gap -> at < gap.services().size())
                    .forEach(gap -> lacking.add(gap.services().get(at).service()));
        }
        List<Row> rows = lacking.stream().limit(SERVICES)
                .map(name -> new Row(name, gaps.stream().map(gap -> lacks(gap, name)).toList())).toList();
        return new Page(estate.slug(), gaps.stream().map(this::column).toList(), rows,
                gaps.stream().map(Gap::field).collect(Collectors.joining(",")), lacking.size() - rows.size());
    }

    private static boolean lacks(Gap gap, String name) {
        return gap.services().stream().map(One::service).anyMatch(name::equals);
    }

    private Column column(Gap gap) {
        String taken = catalogue.fieldDefault(gap.field()).map(FieldDefault::shown).orElse("");
        return new Column(gap.field(), FieldWords.called(gap.field()),
                Figures.forViewer().percent(gap.narrows()), taken);
    }
}
