package dev.tare.estate.rest;

import dev.tare.estate.Edits;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Service;
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
@RequestMapping(Answers.ESTATES + "/{slug}/services")
@Tag(name = "Services", description = "The services of an estate, one at a time, with the same fields as in the document.")
class ServicesApi {
    private static final NamedParts<Service> PARTS = new NamedParts<>("services", Service.class) {
        @Override
        List<Service> in(EstateDocument document) {
            return document.services();
        }

        @Override
        @Nullable
        String name(Service service) {
            return service.name();
        }

        @Override
        Service withName(Service service, String name) {
            return service.withName(name);
        }

        @Override
        UnaryOperator<EstateDocument> put(@Nullable String was, Service service) {
            return Edits.putService(was, service);
        }

        @Override
        UnaryOperator<EstateDocument> remove(String name) {
            return Edits.removeService(name);
        }

        @Override
        String missing(String name) {
            return "No service is called '" + name + "'.";
        }
    };
    private final Estates estates;

    ServicesApi(Estates estates) {
        this.estates = estates;
    }

    @GetMapping
    @Operation(summary = "List services", description = "In the order of the estate document.")
    List<Service> list(@PathVariable String slug) {
        return PARTS.in(estates.get(slug).document());
    }

    @GetMapping("/{*name}")
    @Operation(summary = "Read a service", description = "The ETag stands for what it says.")
    ResponseEntity<Service> read(@PathVariable String slug, @PathVariable String name) {
        return PARTS.read(estates, slug, name);
    }

    @PostMapping
    @Operation(summary = "Add a service", description = "Needs a name and takes every field of a service in the document.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Service.class)))
    @ApiResponse(responseCode = "201", description = "Added; Location says where it is.")
    ResponseEntity<Service> add(@PathVariable String slug, InputStream body,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable MediaType type) {
        return PARTS.add(estates, slug, body, type);
    }

    @PutMapping("/{*name}")
    @Operation(summary = "Replace a service", description = "Another name in the body renames it; its calls and entries follow. With If-Match, only if it still is what it was.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Service.class)))
    ResponseEntity<Service> replace(@PathVariable String slug, @PathVariable String name, InputStream body,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable MediaType type,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return PARTS.replace(estates, slug, name, new NamedParts.Sent(body, type, ifMatch));
    }

    @DeleteMapping("/{*name}")
    @Operation(summary = "Delete a service", description = "Its calls, its entry point and every mention of it go with it.")
    @ApiResponse(responseCode = "204", description = "Gone.")
    ResponseEntity<Void> delete(@PathVariable String slug, @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return PARTS.delete(estates, slug, name, ifMatch);
    }
}
