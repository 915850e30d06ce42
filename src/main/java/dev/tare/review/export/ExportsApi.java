package dev.tare.review.export;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Exports for programs, and for people who follow a link. */
@Tag(name = "Exports", description = "An estate in formats that other tools read.")
@RestController
class ExportsApi {
    private final Exports exports;

    ExportsApi(Exports exports) {
        this.exports = exports;
    }

    /** One estate in one format. */
    @Operation(summary = "Take an estate away", description = "Formats are csv, dot, focus, isotope, json, markdown, "
            + "mermaid, structurizr, weaver and yaml. Formats that speak of scenarios take what runs today and the presets "
            + "named by scenario, which may be repeated.")
    @GetMapping("/api/v1/estates/{slug}/exports/{format}")
    ResponseEntity<byte[]> export(@PathVariable String slug, @PathVariable String format,
            @RequestParam(defaultValue = "") List<String> scenario) {
        ExportFormat wanted = exports.format(format);
        Parcel parcel = exports.parcel(slug, scenario.stream().filter(name -> !name.isBlank()).distinct().toList());
        byte[] text = wanted.write(parcel).getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok().contentType(new MediaType(wanted.type(), StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename(slug + "-" + wanted.name() + "." + wanted.extension()).build().toString())
                .body(text);
    }
}
