package dev.tare.intake.web;

import dev.tare.intake.Aliases;
import dev.tare.intake.Answers;
import dev.tare.intake.Handover;
import dev.tare.intake.ImportFailed;
import dev.tare.intake.Imports;
import dev.tare.intake.Intake;
import dev.tare.intake.Progress;
import dev.tare.intake.Upload;
import dev.tare.intake.cost.Rule;
import dev.tare.site.Conflict;
import dev.tare.site.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The import pages: choose files, look at what they would change, apply. Nothing changes before the last step. */
@Controller
@RequestMapping("/estates/{slug}/import")
class ImportController {
    private final Imports imports;
    private final ImportPage page;
    private final Underway underway;
    private final Aliases aliases;

    ImportController(Imports imports, ImportPage page, Underway underway, Aliases aliases) {
        this.imports = imports;
        this.page = page;
        this.underway = underway;
        this.aliases = aliases;
    }

    @GetMapping
    String choose(@PathVariable String slug, Model model) {
        return page.files(slug, Intake.AUTO, Answers.NONE, List.of(), model);
    }

    @PostMapping
    String read(@PathVariable String slug, @RequestParam(name = "file", required = false) List<MultipartFile> files,
            @RequestParam(defaultValue = Intake.AUTO) String format, @RequestParam Map<String, String> fields,
            Model model, HttpServletResponse response) {
        Answers answers = AnswersOf.of(fields, imports.readers());
        try {
            List<Upload> uploads = Uploads.of(files == null ? List.of() : files, fields.getOrDefault("text", ""));
            UUID id = underway.watch(fields.getOrDefault("progress", ""),
                    progress -> imports.prepare(slug, new Handover(uploads, format, answers, progress)));
            return "redirect:/estates/" + slug + "/import/" + id;
        } catch (ImportFailed failed) {
            response.setStatus(failed.status());
            model.addAttribute("pasted", fields.getOrDefault("text", ""));
            return page.files(slug, format, answers, failed.problems(), model);
        }
    }

    /** A file to fill in and bring back. */
    @GetMapping("/templates/{name}")
    ResponseEntity<String> template(@PathVariable String name) {
        return imports.readers().stream().flatMap(reader -> reader.templates().stream())
                .filter(template -> template.name().equals(name)).findFirst()
                .map(template -> ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                        .header(HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment().filename(name).build().toString())
                        .body(template.text()))
                .orElseThrow(() -> new NotFound("There is no template of this name."));
    }

    /** How far a reading has come; nothing when none of that name is going on. */
    @GetMapping("/progress/{name}")
    ResponseEntity<Progress.Step> progress(@PathVariable String name) {
        return underway.look(name).map(ResponseEntity::ok).orElseGet(() -> ResponseEntity.noContent().build());
    }

    @GetMapping("/{id}")
    String preview(@PathVariable String slug, @PathVariable UUID id, @RequestParam(required = false) String changed,
            Model model) {
        page.place(slug, model);
        model.addAttribute("page", PreviewView.of(imports.preview(slug, id), changed != null));
        return "intake/preview";
    }

    @PostMapping("/{id}")
    String apply(@PathVariable String slug, @PathVariable UUID id, @RequestParam long version,
            @RequestParam(defaultValue = "") Set<Integer> leaveOut, @RequestParam Map<String, String> fields,
            RedirectAttributes redirect) {
        try {
            var merged = imports.apply(slug, id, version, leaveOut);
            aliases.decide(slug, AliasController.said(fields, true), AliasController.said(fields, false));
            redirect.addFlashAttribute("imported", merged);
            return "redirect:/estates/" + slug + "/import";
        } catch (Conflict conflict) {
            return "redirect:/estates/" + slug + "/import/" + id + "?changed";
        }
    }

    /** Keeps whose money is whose, and shows the import again as it is by that. */
    @PostMapping("/{id}/costs")
    String rule(@PathVariable String slug, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields,
            RedirectAttributes redirect) {
        try {
            imports.ruleCosts(slug, CostRules.of(fields));
        } catch (Rule.Unreadable wrong) {
            redirect.addFlashAttribute("wrongRules", wrong.getMessage());
            redirect.addFlashAttribute("typedRules", fields.getFirst("rules"));
        }
        return "redirect:/estates/" + slug + "/import/" + id + "#money";
    }

    @PostMapping("/{id}/discard")
    String discard(@PathVariable String slug, @PathVariable UUID id) {
        imports.discard(slug, id);
        return "redirect:/estates/" + slug + "/import";
    }
}
