package dev.tare.estate.web;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.estate.Estates;
import dev.tare.site.Place;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All services, or all calls, in one sheet: a plain form of some rows, and for script the whole, checks and one save. */
@Hidden
@Controller
@RequestMapping("/estates/{slug}/{list:" + GridKind.LISTS + "}/grid")
class GridController {
    /** Sent along by the step of a first estate that fills in a few fields. */
    private static final String START = "start";

    private final Estates estates;
    private final GridStore store;
    private final Suggestions suggestions;
    private final JsonMapper json;

    GridController(Estates estates, GridStore store, Suggestions suggestions, JsonMapper json) {
        this.estates = estates;
        this.store = store;
        this.suggestions = suggestions;
        this.json = json;
    }

    @GetMapping
    String show(@PathVariable String slug, @PathVariable String list,
            @RequestParam(defaultValue = "") List<String> columns,
            @RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("page", view(slug, list, columns, page, model));
        return "estate/grid";
    }

    private GridView view(String slug, String list, List<String> columns, int page, Model model) {
        EstateDocument document = estates.get(slug).document();
        model.addAttribute("place", new Place(slug, document.name()));
        GridKind<?> kind = GridKind.of(list);
        return GridView.of(slug, kind, document, GridColumns.of(kind, document, columns), page,
                suggestions.in(document));
    }

    /** What the plain form sends: stored, or shown again with what stands against it. */
    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String store(@PathVariable String slug, @PathVariable String list,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(defaultValue = "") String columns, @RequestParam(defaultValue = "1") int page, Model model,
            HttpServletResponse response, RedirectAttributes redirect) {
        GridForm form = new GridForm(Form.of(typed));
        GridOutcome outcome = store.save(slug, GridKind.of(list), form.changes());
        if (!outcome.stands()) {
            HttpStatus status = outcome.theirs().isEmpty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT;
            response.setStatus(status.value());
            List<String> paths = Arrays.stream(columns.split(",")).filter(path -> !path.isEmpty()).toList();
            model.addAttribute("start", typed.getFirst(START));
            model.addAttribute("page", view(slug, list, paths, page, model).typed(form.rows(), outcome));
            return "estate/grid";
        }
        return typed.containsKey(START)
                ? "redirect:/start/" + slug + "/label"
                : saved(slug, list, outcome, "saved", redirect, columns, page);
    }

    private String saved(String slug, String list, GridOutcome outcome, String how, RedirectAttributes redirect,
            String columns,
            int page) {
        redirect.addFlashAttribute(how, outcome.saved());
        redirect.addFlashAttribute("takeBack", json.writeValueAsString(outcome.takeBack()));
        redirect.addAttribute("columns", columns);
        redirect.addAttribute("page", page);
        return "redirect:" + Addresses.of(slug, list, "grid");
    }

    /** Undoes a save, unless someone else has changed the same cells since. */
    @PostMapping("/back")
    String takeBack(@PathVariable String slug, @PathVariable String list, @RequestParam String changes,
            @RequestParam(defaultValue = "") String columns, RedirectAttributes redirect) {
        GridOutcome outcome = store.save(slug, GridKind.of(list), read(changes));
        if (!outcome.stands()) {
            redirect.addFlashAttribute("notBack", outcome.theirs().size() + outcome.wrong().size());
            return "redirect:" + Addresses.of(slug, list, "grid");
        }
        return saved(slug, list, outcome, "back", redirect, columns, 1);
    }

    private List<GridChange> read(String changes) {
        try {
            return json.readValue(changes, new TypeReference<List<GridChange>>() {
            });
        } catch (JacksonException damaged) {
            throw new dev.tare.site.Unreadable("The changes did not arrive as they were sent.");
        }
    }

    /** The whole sheet, for script. */
    @GetMapping(path = "/sheet", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    GridSheet sheet(@PathVariable String slug, @PathVariable String list,
            @RequestParam(defaultValue = "") List<String> columns) {
        Snapshot estate = estates.get(slug);
        GridKind<?> kind = GridKind.of(list);
        return GridSheet.of(kind, estate.document(), estate.version(),
                GridColumns.of(kind, estate.document(), columns));
    }

    /** What would become of what is typed so far. */
    @PostMapping(path = "/check", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    GridOutcome check(@PathVariable String slug, @PathVariable String list, @RequestBody List<GridChange> changes) {
        return store.check(slug, GridKind.of(list), changes);
    }

    /** All or nothing: 409 where someone else was faster, 422 where something is wrong. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<GridOutcome> save(@PathVariable String slug, @PathVariable String list,
            @RequestBody List<GridChange> changes) {
        GridOutcome outcome = store.save(slug, GridKind.of(list), changes);
        HttpStatus refused = outcome.theirs().isEmpty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT;
        return ResponseEntity.status(outcome.stands() ? HttpStatus.OK : refused).body(outcome);
    }
}
