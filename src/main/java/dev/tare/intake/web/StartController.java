package dev.tare.intake.web;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.estate.SampleEstate;
import dev.tare.intake.Handover;
import dev.tare.intake.Imports;
import dev.tare.intake.Intake;
import dev.tare.intake.Upload;
import dev.tare.site.Conflict;
import dev.tare.site.Invalid;
import dev.tare.site.Place;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * The first two of four steps from nothing to a label: bring what there is, check what was read. The estate is created with
 * the first; every later step is an address of its own, so that going back and reloading lose nothing.
 */
@Controller
@RequestMapping("/start")
class StartController {
    private final Imports imports;
    private final Estates estates;
    private final SampleEstate sample;

    StartController(Imports imports, Estates estates, SampleEstate sample) {
        this.imports = imports;
        this.estates = estates;
        this.sample = sample;
    }

    /** What was typed in the first step, and what is wrong with it. */
    record Page(String name, String text, String names, List<Invalid.Problem> problems) {}

    @GetMapping
    String ask(Model model) {
        model.addAttribute("page", new Page("", "", "", List.of()));
        return "intake/start";
    }

    @PostMapping
    String begin(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String names,
            @RequestParam(name = "file", required = false) List<MultipartFile> files, Model model,
            HttpServletResponse response) {
        try {
            List<Upload> uploads = Uploads.of(files == null ? List.of() : files, text);
            Snapshot estate = estates.create(EstateDocument.named(name.strip()).withServices(services(names)));
            return "redirect:/start/" + estate.slug() + (uploads.isEmpty() ? "/fields" : check(estate, uploads));
        } catch (Invalid wrong) {
            response.setStatus(wrong.status());
            model.addAttribute("page", new Page(name, text, names, wrong.problems()));
            return "intake/start";
        }
    }

    private static List<Service> services(String names) {
        return names.lines().map(String::strip).filter(name -> !name.isEmpty()).distinct().map(Service::named).toList();
    }

    /** Files that cannot be read leave no estate behind. */
    private String check(Snapshot estate, List<Upload> uploads) {
        try {
            return "/check/" + imports.prepare(estate.slug(), Handover.of(uploads, Intake.AUTO));
        } catch (Invalid unread) {
            estates.delete(estate.slug(), estate.version());
            throw unread;
        }
    }

    @PostMapping("/sample")
    String look() {
        return "redirect:/estates/" + sample.again().slug();
    }

    @GetMapping("/{slug}/check/{id}")
    String check(@PathVariable String slug, @PathVariable UUID id, @RequestParam(required = false) String changed,
            Model model) {
        model.addAttribute("place", new Place(slug, estates.get(slug).document().name()));
        model.addAttribute("page", PreviewView.of(imports.preview(slug, id), changed != null));
        model.addAttribute("start", true);
        return "intake/preview";
    }

    @PostMapping("/{slug}/check/{id}")
    String apply(@PathVariable String slug, @PathVariable UUID id, @RequestParam long version,
            @RequestParam(defaultValue = "") Set<Integer> leaveOut) {
        try {
            imports.apply(slug, id, version, leaveOut);
            return "redirect:/start/" + slug + "/fields";
        } catch (Conflict conflict) {
            return "redirect:/start/" + slug + "/check/" + id + "?changed";
        }
    }
}
