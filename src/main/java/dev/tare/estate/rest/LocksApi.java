package dev.tare.estate.rest;

import dev.tare.estate.Edits;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Lock;
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
@RequestMapping(Answers.ESTATES + "/{slug}/locks")
@Tag(name = "Locks", description = "Two services that stay apart or together, whatever it costs: advice keeps to it. A lock is addressed by both, such as 'cart and ad'.")
class LocksApi {
    private static final NamedParts<Lock> PARTS = new NamedParts<>("locks", Lock.class) {
        @Override
        List<Lock> in(EstateDocument document) {
            return document.locks();
        }

        @Override
        @Nullable
        String name(Lock lock) {
            return lock.name();
        }

        @Override
        Lock withName(Lock lock, String name) {
            return lock;
        }

        @Override
        UnaryOperator<EstateDocument> put(@Nullable String was, Lock lock) {
            return Edits.putLock(was, lock);
        }

        @Override
        UnaryOperator<EstateDocument> remove(String name) {
            return Edits.removeLock(name);
        }

        @Override
        String missing(String name) {
            return "No lock is called '" + name + "'.";
        }
    };
    private final Estates estates;

    LocksApi(Estates estates) {
        this.estates = estates;
    }

    @GetMapping
    @Operation(summary = "List locks", description = "In the order of the estate document.")
    List<Lock> list(@PathVariable String slug) {
        return PARTS.in(estates.get(slug).document());
    }

    @GetMapping("/{*name}")
    @Operation(summary = "Read a lock", description = "The ETag stands for what it says.")
    ResponseEntity<Lock> read(@PathVariable String slug, @PathVariable String name) {
        return PARTS.read(estates, slug, name);
    }

    @PostMapping
    @Operation(summary = "Add a lock", description = "Needs two services and keep: apart or together. Any two services have one lock at most.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Lock.class)))
    @ApiResponse(responseCode = "201", description = "Added; Location says where it is.")
    ResponseEntity<Lock> add(@PathVariable String slug, InputStream body,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable MediaType type) {
        return PARTS.add(estates, slug, body, type);
    }

    @PutMapping("/{*name}")
    @Operation(summary = "Replace a lock", description = "The body may name other services. With If-Match, only if it still is what it was.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Lock.class)))
    ResponseEntity<Lock> replace(@PathVariable String slug, @PathVariable String name, InputStream body,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable MediaType type,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return PARTS.replace(estates, slug, name, new NamedParts.Sent(body, type, ifMatch));
    }

    @DeleteMapping("/{*name}")
    @Operation(summary = "Delete a lock", description = "Both services stay.")
    @ApiResponse(responseCode = "204", description = "Gone.")
    ResponseEntity<Void> delete(@PathVariable String slug, @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return PARTS.delete(estates, slug, name, ifMatch);
    }
}
