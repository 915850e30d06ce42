package dev.tare.estate.rest;

import dev.tare.estate.Edits;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Service;
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
@RequestMapping(Answers.ESTATES + "/{slug}/services")
@Tag(name = "Services", description = "The services of an estate, one at a time, with the same fields as in the document.")
class ServicesApi {
    private static final String LIST = "services";
    private final Estates estates;

    ServicesApi(Estates estates) {
        this.estates = estates;
    }

    @GetMapping
    @Operation(summary = "List services", description = "In the order of the estate document.")
    List<Service> list(@PathVariable String slug) {
        return estates.get(slug).document().services();
    }

    @GetMapping("/{*name}")
    @Operation(summary = "Read a service", description = "The ETag stands for what it says.")
    ResponseEntity<Service> read(@PathVariable String slug, @PathVariable String name) {
        return Answers.part(existing(estates.get(slug).document(), Answers.name(name)));
    }

    @PostMapping
    @Operation(summary = "Add a service", description = "Needs a name and takes every field of a service in the document.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Service.class)))
    @ApiResponse(responseCode = "201", description = "Added; Location says where it is.")
    ResponseEntity<Service> add(@PathVariable String slug, InputStream body,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable MediaType type) {
        Service added = Bodies.read(body, type, Service.class);
        PartErrors.relativeTo(LIST, () -> estates.change(slug, Edits.putService(null, added)));
        return Answers.created(added, slug, LIST, added.name());
    }

    @PutMapping("/{*name}")
    @Operation(summary = "Replace a service", description = "Another name in the body renames it; its calls and entries follow. With If-Match, only if it still is what it was.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Service.class)))
    ResponseEntity<Service> replace(@PathVariable String slug, @PathVariable String name, InputStream body,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable MediaType type,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        String was = Answers.name(name);
        Service wanted = named(Bodies.read(body, type, Service.class), was);
        PartErrors.relativeTo(LIST, () -> estates.change(slug, document -> {
            new Match(ifMatch).mustMatch(was, existing(document, was));
            return Edits.putService(was, wanted).apply(document);
        }));
        return Answers.part(wanted);
    }

    @DeleteMapping("/{*name}")
    @Operation(summary = "Delete a service", description = "Its calls, its entry point and every mention of it go with it.")
    @ApiResponse(responseCode = "204", description = "Gone.")
    ResponseEntity<Void> delete(@PathVariable String slug, @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        String was = Answers.name(name);
        estates.change(slug, document -> {
            new Match(ifMatch).mustMatch(was, existing(document, was));
            return Edits.removeService(was).apply(document);
        });
        return ResponseEntity.noContent().build();
    }

    private static Service existing(EstateDocument document, String name) {
        Optional<Service> found = document.services().stream().filter(one -> one.name().equals(name)).findFirst();
        return found.orElseThrow(() -> new NotFound("No service is called '" + name + "'."));
    }

    /** A body that does not repeat the name means the one in the address. */
    @SuppressWarnings("NullAway") // a body may leave out what a document must not
    private static Service named(Service body, String name) {
        return body.name() == null ? body.withName(name) : body;
    }
}
