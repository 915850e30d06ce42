package dev.tare.intake.web;

import dev.tare.intake.Imports;
import dev.tare.intake.Outcome;
import dev.tare.intake.Progress;
import dev.tare.intake.live.LiveImports;
import dev.tare.intake.live.LiveRequest;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Imports from running systems, for programs. Credentials are used for this one request and kept nowhere. */
@Tag(name = "Imports", description = "Files and running systems read into an estate, and taken back as a whole.")
@RestController
class LiveApi {
    private final Imports imports;
    private final LiveImports live;

    LiveApi(Imports imports, LiveImports live) {
        this.imports = imports;
        this.live = live;
    }

    @PostMapping(path = "/api/v1/estates/{slug}/imports/live", consumes = MediaType.APPLICATION_JSON_VALUE)
    Outcome run(@PathVariable String slug, @RequestBody LiveRequest request) {
        return imports.run(slug, live.given(request, new Progress()), request.dryRun());
    }
}
