package dev.tare.intake.web;

import dev.tare.intake.ImportFailed;
import dev.tare.intake.Imports;
import dev.tare.intake.live.LiveImports;
import dev.tare.intake.live.LiveRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form for running systems. What they answer waits for a look, as files do. */
@Controller
@RequestMapping("/estates/{slug}/import/live")
class LiveController {
    private final Imports imports;
    private final LiveImports live;
    private final ImportPage page;
    private final Underway underway;

    LiveController(Imports imports, LiveImports live, ImportPage page, Underway underway) {
        this.imports = imports;
        this.live = live;
        this.page = page;
        this.underway = underway;
    }

    /** The form stands on the page for files. */
    @GetMapping
    String form(@PathVariable String slug) {
        return "redirect:/estates/" + slug + "/import#running";
    }

    @PostMapping
    String read(@PathVariable String slug, @RequestParam Map<String, String> fields, Model model,
            HttpServletResponse response) {
        LiveRequest request = LiveRequest.of(Map.of("kind", fields.getOrDefault("kind", "")));
        try {
            LiveRequest full = LiveRequest.of(fields);
            request = full;
            UUID id = underway.watch(fields.getOrDefault("progress", ""),
                    progress -> imports.prepare(slug, live.given(full, progress)));
            return "redirect:/estates/" + slug + "/import/" + id;
        } catch (ImportFailed failed) {
            response.setStatus(failed.status());
            return page.running(slug, request, failed.problems(), model);
        }
    }
}
