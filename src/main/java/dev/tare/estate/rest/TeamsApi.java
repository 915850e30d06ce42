package dev.tare.estate.rest;

import dev.tare.estate.Edits;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Team;
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
@RequestMapping(Answers.ESTATES + "/{slug}/teams")
@Tag(name = "Teams", description = "The teams that own services.")
class TeamsApi {
    private static final NamedParts<Team> PARTS = new NamedParts<>("teams", Team.class) {
        @Override
        List<Team> in(EstateDocument document) {
            return document.teams();
        }

        @Override
        @Nullable
        String name(Team team) {
            return team.name();
        }

        @Override
        Team withName(Team team, String name) {
            return new Team(name, team.engineers(), team.monthlyBudget());
        }

        @Override
        UnaryOperator<EstateDocument> put(@Nullable String was, Team team) {
            return Edits.putTeam(was, team);
        }

        @Override
        UnaryOperator<EstateDocument> remove(String name) {
            return Edits.removeTeam(name);
        }

        @Override
        String missing(String name) {
            return "No team is called '" + name + "'.";
        }
    };
    private final Estates estates;

    TeamsApi(Estates estates) {
        this.estates = estates;
    }

    @GetMapping
    @Operation(summary = "List teams", description = "In the order of the estate document.")
    List<Team> list(@PathVariable String slug) {
        return PARTS.in(estates.get(slug).document());
    }

    @GetMapping("/{*name}")
    @Operation(summary = "Read a team", description = "The ETag stands for what it says.")
    ResponseEntity<Team> read(@PathVariable String slug, @PathVariable String name) {
        return PARTS.read(estates, slug, name);
    }

    @PostMapping
    @Operation(summary = "Add a team", description = "Needs a name.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Team.class)))
    @ApiResponse(responseCode = "201", description = "Added; Location says where it is.")
    ResponseEntity<Team> add(@PathVariable String slug, InputStream body,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable MediaType type) {
        return PARTS.add(estates, slug, body, type);
    }

    @PutMapping("/{*name}")
    @Operation(summary = "Replace a team", description = "Another name in the body renames it; its services follow. With If-Match, only if it still is what it was.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Team.class)))
    ResponseEntity<Team> replace(@PathVariable String slug, @PathVariable String name, InputStream body,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable MediaType type,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return PARTS.replace(estates, slug, name, new NamedParts.Sent(body, type, ifMatch));
    }

    @DeleteMapping("/{*name}")
    @Operation(summary = "Delete a team", description = "Its services stay, owned by nobody.")
    @ApiResponse(responseCode = "204", description = "Gone.")
    ResponseEntity<Void> delete(@PathVariable String slug, @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return PARTS.delete(estates, slug, name, ifMatch);
    }
}
