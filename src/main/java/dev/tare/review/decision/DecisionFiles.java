package dev.tare.review.decision;

import dev.tare.review.decision.DecisionPaper.Size;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** A decision to take away: as Markdown, as a pack that prints, as PDF. */
@Controller
class DecisionFiles {
    private final Decisions decisions;
    private final DecisionController pages;
    private final DecisionPaper paper;

    DecisionFiles(Decisions decisions, DecisionController pages, DecisionPaper paper) {
        this.decisions = decisions;
        this.pages = pages;
        this.paper = paper;
    }

    @GetMapping("/estates/{slug}/decisions/{number:\\d+}.md")
    ResponseEntity<byte[]> markdown(@PathVariable String slug, @PathVariable int number) {
        Decision decision = decisions.get(slug, number);
        return file(decision, "md", new MediaType(MediaType.TEXT_MARKDOWN, StandardCharsets.UTF_8),
                DecisionMarkdown.of(decision, decisions.supersededBy(decision)).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/estates/{slug}/decisions/{number:\\d+}.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String slug, @PathVariable int number,
            @RequestParam(defaultValue = "a4") String paper) {
        Decision decision = decisions.get(slug, number);
        return file(decision, "pdf", MediaType.APPLICATION_PDF,
                this.paper.pdf(pages.view(decision, Locale.ENGLISH), Size.of(paper)));
    }

    @GetMapping("/estates/{slug}/decisions/{number:\\d+}/print")
    String print(@PathVariable String slug, @PathVariable int number, @RequestParam(defaultValue = "a4") String paper,
            Model model) {
        DecisionView view = pages.view(decisions.get(slug, number), Locale.ENGLISH);
        model.addAttribute("page", view);
        model.addAttribute("frame", view.path() + "/print.css?paper=" + Size.of(paper).name().toLowerCase(Locale.ROOT));
        return "review/decision-print";
    }

    @Hidden
    @GetMapping(path = "/estates/{slug}/decisions/{number:\\d+}/print.css", produces = "text/css;charset=UTF-8")
    @ResponseBody
    String frame(@PathVariable String slug, @PathVariable int number, @RequestParam(defaultValue = "a4") String paper) {
        return DecisionPaper.frame(pages.view(decisions.get(slug, number), Locale.ENGLISH), Size.of(paper));
    }

    private static ResponseEntity<byte[]> file(Decision decision, String ending, MediaType type, byte[] content) {
        return ResponseEntity.ok().contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename(decision.slug() + "-decision-" + decision.number() + "." + ending).build()
                        .toString())
                .body(content);
    }
}
