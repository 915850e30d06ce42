package dev.tare.comparison.web;

import dev.tare.comparison.Defaults;
import dev.tare.comparison.Defaults.Lack;
import dev.tare.comparison.DefaultsRanking;
import dev.tare.comparison.Diagnosis;
import dev.tare.comparison.Question.Ask;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Figures;
import java.util.List;
import org.springframework.stereotype.Component;

/** The short section of findings on the weight page. */
@Component
class FoundToday {
    private final Diagnosis diagnosis;
    private final DefaultsRanking ranking;

    FoundToday(Diagnosis diagnosis, DefaultsRanking ranking) {
        this.diagnosis = diagnosis;
        this.ranking = ranking;
    }

    /** What the section shows. */
    record Section(FindingRows found, DefaultRows defaults, List<Lack> lacks) {}

    /** Patterns with the reader's figures; what rests on defaults with the catalogue's. */
    Section of(Snapshot estate, WhatIf whatIf, Figures figures) {
        Defaults defaults = ranking.of(estate);
        return new Section(FindingRows.few(estate, diagnosis.of(estate, whatIf.on(Ask.today())), figures),
                DefaultRows.of(estate, defaults, figures), defaults.lacks());
    }
}
