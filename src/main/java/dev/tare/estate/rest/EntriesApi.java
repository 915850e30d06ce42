package dev.tare.estate.rest;

import dev.tare.estate.Edits;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.Estates;
import dev.tare.estate.PartErrors;
import dev.tare.site.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
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
    private static final String LIST = "entries";
    private final Estates estates;

    EntriesApi(Estates estates) {
        this.estates = estates;
    }

    @GetMapping
    @Operation(summary = "List entry points", description = "In the order of the estate document.")
    List<Entry> list(@PathVariable String slug) {
        return estates.get(slug).document().entries();
    }

    @GetMapping("/{*service}")
    @Operation(summary = "Read an entry point", description = "The ETag stands for what it says.")
    ResponseEntity<Entry> read(@PathVariable String slug, @PathVariable String service) {
        return Answers.part(existing(estates.get(slug).document(), Answers.name(service)));
    }

    @PostMapping
    @Operation(summary = "Add an entry point", description = "Needs the service at which requests arrive.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Entry.class)))
    @ApiResponse(responseCode = "201", description = "Added; Location says where it is.")
    ResponseEntity<Entry> add(@PathVariable String slug, InputStream body,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable MediaType type) {
        Entry added = Bodies.read(body, type, Entry.class);
        PartErrors.relativeTo(LIST, () -> estates.change(slug, Edits.putEntry(null, added)));
        return Answers.created(added, slug, LIST, added.service());
    }

    @PutMapping("/{*service}")
    @Operation(summary = "Replace an entry point", description = "Another service in the body moves it there. With If-Match, only if it still is what it was.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Entry.class)))
    ResponseEntity<Entry> replace(@PathVariable String slug, @PathVariable String service, InputStream body,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable MediaType type,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        String was = Answers.name(service);
        Entry wanted = named(Bodies.read(body, type, Entry.class), was);
        PartErrors.relativeTo(LIST, () -> estates.change(slug, document -> {
            new Match(ifMatch).mustMatch(was, existing(document, was));
            return Edits.putEntry(was, wanted).apply(document);
        }));
        return Answers.part(wanted);
    }

    @DeleteMapping("/{*service}")
    @Operation(summary = "Delete an entry point", description = "The service stays.")
    @ApiResponse(responseCode = "204", description = "Gone.")
    ResponseEntity<Void> delete(@PathVariable String slug, @PathVariable String service,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        String was = Answers.name(service);
        estates.change(slug, document -> {
            new Match(ifMatch).mustMatch(was, existing(document, was));
            return Edits.removeEntry(was).apply(document);
        });
        return ResponseEntity.noContent().build();
    }

    private static Entry existing(EstateDocument document, String service) {
        Optional<Entry> found = document.entries().stream().filter(one -> one.service().equals(service)).findFirst();
        return found.orElseThrow(() -> new NotFound("No requests arrive at a service called '" + service + "'."));
    }

    /** A body that does not repeat the name means the one in the address. */
    @SuppressWarnings("NullAway") // a body may leave out what a document must not
    private static Entry named(Entry body, String service) {
        return body.service() == null ? new Entry(service, body.meanPerSecond(), body.peakPerSecond()) : body;
    }
}
