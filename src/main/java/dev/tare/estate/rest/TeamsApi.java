package dev.tare.estate.rest;

import dev.tare.estate.Edits;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Team;
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
@RequestMapping(Answers.ESTATES + "/{slug}/teams")
@Tag(name = "Teams", description = "The teams that own services.")
class TeamsApi {
    private static final String LIST = "teams";
    private final Estates estates;

    TeamsApi(Estates estates) {
        this.estates = estates;
    }

    @GetMapping
    @Operation(summary = "List teams", description = "In the order of the estate document.")
    List<Team> list(@PathVariable String slug) {
        return estates.get(slug).document().teams();
    }

    @GetMapping("/{*name}")
    @Operation(summary = "Read a team", description = "The ETag stands for what it says.")
    ResponseEntity<Team> read(@PathVariable String slug, @PathVariable String name) {
        return Answers.part(existing(estates.get(slug).document(), Answers.name(name)));
    }

    @PostMapping
    @Operation(summary = "Add a team", description = "Needs a name.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Team.class)))
    @ApiResponse(responseCode = "201", description = "Added; Location says where it is.")
    ResponseEntity<Team> add(@PathVariable String slug, InputStream body,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable MediaType type) {
        Team added = Bodies.read(body, type, Team.class);
        PartErrors.relativeTo(LIST, () -> estates.change(slug, Edits.putTeam(null, added)));
        return Answers.created(added, slug, LIST, added.name());
    }

    @PutMapping("/{*name}")
    @Operation(summary = "Replace a team", description = "Another name in the body renames it; its services follow. With If-Match, only if it still is what it was.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Team.class)))
    ResponseEntity<Team> replace(@PathVariable String slug, @PathVariable String name, InputStream body,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable MediaType type,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        String was = Answers.name(name);
        Team wanted = named(Bodies.read(body, type, Team.class), was);
        PartErrors.relativeTo(LIST, () -> estates.change(slug, document -> {
            new Match(ifMatch).mustMatch(was, existing(document, was));
            return Edits.putTeam(was, wanted).apply(document);
        }));
        return Answers.part(wanted);
    }

    @DeleteMapping("/{*name}")
    @Operation(summary = "Delete a team", description = "Its services stay, owned by nobody.")
    @ApiResponse(responseCode = "204", description = "Gone.")
    ResponseEntity<Void> delete(@PathVariable String slug, @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        String was = Answers.name(name);
        estates.change(slug, document -> {
            new Match(ifMatch).mustMatch(was, existing(document, was));
            return Edits.removeTeam(was).apply(document);
        });
        return ResponseEntity.noContent().build();
    }

    private static Team existing(EstateDocument document, String name) {
        Optional<Team> found = document.teams().stream().filter(one -> one.name().equals(name)).findFirst();
        return found.orElseThrow(() -> new NotFound("No team is called '" + name + "'."));
    }

    /** A body that does not repeat the name means the one in the address. */
    @SuppressWarnings("NullAway") // a body may leave out what a document must not
    private static Team named(Team body, String name) {
        return body.name() == null ? new Team(name, body.engineers(), body.monthlyBudget()) : body;
    }
}
