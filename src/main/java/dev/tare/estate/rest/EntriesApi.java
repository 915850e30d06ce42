package dev.tare.estate.rest;

import dev.tare.estate.Edits;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.Estates;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Answers.ESTATES + "/{slug}/entries")
@Tag(name = "Entry points", description = "Where outside requests arrive; one for each service, addressed by it.")
class EntriesApi {
    private static final NamedParts<Entry> PARTS = new NamedParts<>("entries", Entry.class) {
        @Override
        List<Entry> in(EstateDocument document) {
            return document.entries();
        }

        @Override
        @Nullable
        String name(Entry entry) {
            return entry.service();
        }

        @Override
        Entry withName(Entry entry, String name) {
            return new Entry(name, entry.meanPerSecond(), entry.peakPerSecond());
        }

        @Override
        UnaryOperator<EstateDocument> put(@Nullable String was, Entry entry) {
            return Edits.putEntry(was, entry);
        }

        @Override
        UnaryOperator<EstateDocument> remove(String name) {
            return Edits.removeEntry(name);
        }

        @Override
        String missing(String name) {
            return "No requests arrive at a service called '" + name + "'.";
        }
    };
    private final Estates estates;

    EntriesApi(Estates estates) {
        this.estates = estates;
    }

    @GetMapping
    @Operation(summary = "List entry points", description = "In the order of the estate document.")
    List<Entry> list(@PathVariable String slug) {
        return PARTS.in(estates.get(slug).document());
    }

    @GetMapping("/{*service}")
    @Operation(summary = "Read an entry point", description = "The ETag stands for what it says.")
    ResponseEntity<Entry> read(@PathVariable String slug, @PathVariable String service) {
        return PARTS.read(estates, slug, service);
    }

    @PostMapping
    @Operation(summary = "Add an entry point", description = "Needs the service at which requests arrive.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Entry.class)))
    @ApiResponse(responseCode = "201", description = "Added; Location says where it is.")
    ResponseEntity<Entry> add(@PathVariable String slug, InputStream body,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable MediaType type) {
        return PARTS.add(estates, slug, body, type);
    }

    @PutMapping("/{*service}")
    @Operation(summary = "Replace an entry point", description = "Another service in the body moves it there. With If-Match, only if it still is what it was.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Entry.class)))
    ResponseEntity<Entry> replace(@PathVariable String slug, @PathVariable String service, InputStream body,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable MediaType type,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return PARTS.replace(estates, slug, service, new NamedParts.Sent(body, type, ifMatch));
    }

    @DeleteMapping("/{*service}")
    @Operation(summary = "Delete an entry point", description = "The service stays.")
    @ApiResponse(responseCode = "204", description = "Gone.")
    ResponseEntity<Void> delete(@PathVariable String slug, @PathVariable String service,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return PARTS.delete(estates, slug, service, ifMatch);
    }
}
