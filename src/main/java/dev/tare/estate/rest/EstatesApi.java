package dev.tare.estate.rest;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.estate.Estates.Summary;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.util.List;
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
@RequestMapping(Answers.ESTATES)
@Tag(name = "Estates", description = "Whole estates, as documents in JSON or YAML.")
class EstatesApi {
    private final Estates estates;

    EstatesApi(Estates estates) {
        this.estates = estates;
    }

    @GetMapping
    @Operation(summary = "List estates", description = "Every estate by name, with the number of its services and calls.")
    List<Summary> list() {
        return estates.list();
    }

    @PostMapping
    @Operation(summary = "Create an estate", description = "A name suffices; any other field of the estate document may come along.")
    @RequestBody(required = true, content = {
        @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = EstateDocument.class)),
        @Content(mediaType = Bodies.YAML) })
    @ApiResponse(responseCode = "201", description = "Created; Location says where it is.")
    ResponseEntity<EstateDocument> create(InputStream body,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable MediaType type) {
        Snapshot created = estates.create(Bodies.read(body, type, EstateDocument.class));
        return ResponseEntity.created(Answers.address(created.slug())).eTag(Answers.tag(created))
                .body(created.document());
    }

    @GetMapping(path = "/{slug}", produces = { MediaType.APPLICATION_JSON_VALUE, Bodies.YAML })
    @Operation(summary = "Read an estate", description = "The estate document, in YAML with Accept: application/yaml. The ETag is its version.")
    ResponseEntity<EstateDocument> read(@PathVariable String slug) {
        return answer(estates.get(slug));
    }

    @PutMapping("/{slug}")
    @Operation(summary = "Replace an estate", description = "Puts a document in the place of everything the estate holds. If-Match must carry the ETag last"
            + " read: 428 without it, 409 with the current version when someone else was faster.")
    @RequestBody(required = true, content = {
        @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = EstateDocument.class)),
        @Content(mediaType = Bodies.YAML) })
    ResponseEntity<EstateDocument> replace(@PathVariable String slug, InputStream body,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable MediaType type,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        long version = version(slug, ifMatch);
        return answer(estates.replace(slug, version, Bodies.read(body, type, EstateDocument.class)));
    }

    @DeleteMapping("/{slug}")
    @Operation(summary = "Delete an estate", description = "Takes away all it holds. If-Match as for replacing it.")
    @ApiResponse(responseCode = "204", description = "Gone.")
    ResponseEntity<Void> delete(@PathVariable String slug,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        estates.delete(slug, version(slug, ifMatch));
        return ResponseEntity.noContent().build();
    }

    private long version(String slug, @Nullable String ifMatch) {
        Match match = new Match(ifMatch).required();
        return match.version(estates.version(slug), slug);
    }

    private static ResponseEntity<EstateDocument> answer(Snapshot snapshot) {
        return ResponseEntity.ok().eTag(Answers.tag(snapshot)).body(snapshot.document());
    }
}
