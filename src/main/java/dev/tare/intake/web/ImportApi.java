package dev.tare.intake.web;

import dev.tare.intake.Handover;
import dev.tare.intake.Imports;
import dev.tare.intake.Intake;
import dev.tare.intake.Outcome;
import dev.tare.intake.Progress;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Imports for programs: one request, all files of it together or none. */
@Tag(name = "Imports", description = "Files and running systems read into an estate, and taken back as a whole.")
@RestController
class ImportApi {
    private final Imports imports;

    ImportApi(Imports imports) {
        this.imports = imports;
    }

    @PostMapping(path = "/api/v1/estates/{slug}/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Outcome run(@PathVariable String slug, @RequestParam("file") List<MultipartFile> file,
            @RequestParam(defaultValue = Intake.AUTO) String format,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @Parameter(hidden = true) @RequestParam Map<String, String> fields) {
        return imports.run(slug, new Handover(Uploads.of(file), format, AnswersOf.of(fields, imports.readers()),
                new Progress()), dryRun);
    }
}
