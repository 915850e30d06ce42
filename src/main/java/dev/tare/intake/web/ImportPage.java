package dev.tare.intake.web;

import dev.tare.estate.Estates;
import dev.tare.intake.Answers;
import dev.tare.intake.Imports;
import dev.tare.intake.Intake;
import dev.tare.intake.live.LiveImports;
import dev.tare.intake.live.LiveRequest;
import dev.tare.site.Invalid;
import dev.tare.site.Place;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page an import begins on, whatever was tried on it last. */
@Component
class ImportPage {
    private final Imports imports;
    private final Estates estates;
    private final LiveImports live;

    ImportPage(Imports imports, Estates estates, LiveImports live) {
        this.imports = imports;
        this.estates = estates;
        this.live = live;
    }

    /** After files were chosen, or nothing yet. */
    String files(String slug, String format, Answers answers, List<Invalid.Problem> problems, Model model) {
        return show(slug, format, answers, problems, LiveRequest.of(Map.of()), model);
    }

    /** After a running system was named. */
    String running(String slug, LiveRequest request, List<Invalid.Problem> problems, Model model) {
        return show(slug, Intake.AUTO, Answers.NONE, problems, request, model);
    }

    private String show(String slug, String format, Answers answers, List<Invalid.Problem> problems,
            LiveRequest request, Model model) {
        place(slug, model);
        model.addAttribute("page",
                ImportView.of(slug, imports.readers(), format, answers, problems, imports.past(slug)));
        model.addAttribute("live", LiveView.of(live.sources(), live.allowed(), request));
        return "intake/import";
    }

    void place(String slug, Model model) {
        model.addAttribute("place", new Place(slug, estates.get(slug).document().name()));
    }
}
