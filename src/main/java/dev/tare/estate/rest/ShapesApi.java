package dev.tare.estate.rest;

import dev.tare.estate.Edits;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.SavedShape;
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
@RequestMapping(Answers.ESTATES + "/{slug}/shapes")
@Tag(name = "Shapes", description = "Shapes composed by hand and kept with an estate: one option per axis, a grouping, and figures of their own. Bills take them by name.")
class ShapesApi {
    private static final NamedParts<SavedShape> PARTS = new NamedParts<>("shapes", SavedShape.class) {
        @Override
        List<SavedShape> in(EstateDocument document) {
            return document.shapes();
        }

        @Override
        @Nullable
        String name(SavedShape shape) {
            return shape.name();
        }

        @Override
        SavedShape withName(SavedShape shape, String name) {
            return shape.withName(name);
        }

        @Override
        UnaryOperator<EstateDocument> put(@Nullable String was, SavedShape shape) {
            return Edits.putShape(was, shape);
        }

        @Override
        UnaryOperator<EstateDocument> remove(String name) {
            return Edits.removeShape(name);
        }

        @Override
        String missing(String name) {
            return "No shape is called '" + name + "'.";
        }
    };
    private final Estates estates;

    ShapesApi(Estates estates) {
        this.estates = estates;
    }

    @GetMapping
    @Operation(summary = "List shapes", description = "In the order of the estate document.")
    List<SavedShape> list(@PathVariable String slug) {
        return PARTS.in(estates.get(slug).document());
    }

    @GetMapping("/{*name}")
    @Operation(summary = "Read a shape", description = "The ETag stands for what it says.")
    ResponseEntity<SavedShape> read(@PathVariable String slug, @PathVariable String name) {
        return PARTS.read(estates, slug, name);
    }

    @PostMapping
    @Operation(summary = "Add a shape", description = "Needs a name and an option for each axis but the grouping.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SavedShape.class)))
    @ApiResponse(responseCode = "201", description = "Added; Location says where it is.")
    ResponseEntity<SavedShape> add(@PathVariable String slug, InputStream body,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable MediaType type) {
        return PARTS.add(estates, slug, body, type);
    }

    @PutMapping("/{*name}")
    @Operation(summary = "Replace a shape", description = "Another name in the body renames it. With If-Match, only if it still is what it was.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SavedShape.class)))
    ResponseEntity<SavedShape> replace(@PathVariable String slug, @PathVariable String name, InputStream body,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable MediaType type,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return PARTS.replace(estates, slug, name, new NamedParts.Sent(body, type, ifMatch));
    }

    @DeleteMapping("/{*name}")
    @Operation(summary = "Delete a shape", description = "Nothing else goes with it.")
    @ApiResponse(responseCode = "204", description = "Gone.")
    ResponseEntity<Void> delete(@PathVariable String slug, @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return PARTS.delete(estates, slug, name, ifMatch);
    }
}
