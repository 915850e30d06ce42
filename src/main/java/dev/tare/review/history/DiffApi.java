package dev.tare.review.history;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateFormat;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Differences for pipelines. */
@Tag(name = "History", description = "What changed in an estate and what that weighs.")
@RestController
class DiffApi {
    private static final String FORMS = "Answers JSON, text/plain or text/markdown by Accept, or by format=json, text or "
            + "markdown. failOver says how far money may rise (5%, 120 a month, tare:2.5%); verdict is then pass or fail, and "
            + "the status stays 200.";

    private final Points points;
    private final Diffs diffs;

    DiffApi(Points points, Diffs diffs) {
        this.points = points;
        this.diffs = diffs;
    }

    /** How an answer is wanted. */
    record Wanted(@Nullable String format, @Nullable String failOver) {}

    @Operation(summary = "What changed since", description = "Old, new, difference and per cent of every measure and line, "
            + "with what the draws of all assumptions say of it and what changed in the inventory. since is a version (12), a "
            + "snapshot (s34), the id of an import (what it changed), a date, a moment, or a time ago (P7D); to likewise, now "
            + "when absent. " + FORMS)
    @GetMapping("/api/v1/estates/{slug}/diff")
    ResponseEntity<?> since(@PathVariable String slug, @RequestParam String since,
            @RequestParam(required = false) @Nullable String to, @ParameterObject Wanted wanted,
            @RequestHeader(value = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        Point end = to == null || to.isBlank() ? points.now(slug) : points.named(slug, "to", to);
        return answer(diffs.between(points.named(slug, "since", since), end), wanted, accept);
    }

    @Operation(summary = "What a document would change", description = "Compares the estate, or its state named by since, with "
            + "the document in the body, such as `estate` in the answer to an import with dryRun=true. Nothing is stored. "
            + FORMS)
    @PostMapping(value = "/api/v1/estates/{slug}/diff", consumes = { MediaType.APPLICATION_JSON_VALUE,
        "application/yaml" })
    ResponseEntity<?> draft(@PathVariable String slug, InputStream body,
            @RequestParam(required = false) @Nullable String since, @ParameterObject Wanted wanted,
            @RequestHeader HttpHeaders headers) {
        MediaType sent = headers.getContentType();
        EstateFormat format = sent != null && sent.getSubtype().contains("yaml")
                ? EstateFormat.YAML
                : EstateFormat.JSON;
        EstateDocument document = format.read(body, EstateDocument.class);
        Point from = since == null || since.isBlank() ? points.now(slug) : points.named(slug, "since", since);
        return answer(diffs.draft(from, document), wanted, headers.getFirst(HttpHeaders.ACCEPT));
    }

    private static ResponseEntity<?> answer(Diff diff, Wanted wanted, @Nullable String accept) {
        Diff judged = wanted.failOver() == null || wanted.failOver().isBlank()
                ? diff
                : diff.judged(Limit.read(wanted.failOver()));
        return switch (form(wanted.format(), accept)) {
            case "text" -> text(MediaType.TEXT_PLAIN, new Written(judged).text());
            case "markdown" -> text(MediaType.TEXT_MARKDOWN, new Written(judged).markdown());
            default -> ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(judged);
        };
    }

    private static String form(@Nullable String format, @Nullable String accept) {
        if (format != null) {
            return format.toLowerCase(Locale.ROOT);
        }
        String wanted = accept == null ? "" : accept;
        return wanted.contains("text/markdown") ? "markdown" : wanted.contains("text/plain") ? "text" : "json";
    }

    private static ResponseEntity<byte[]> text(MediaType type, String text) {
        return ResponseEntity.ok().contentType(new MediaType(type, StandardCharsets.UTF_8))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
