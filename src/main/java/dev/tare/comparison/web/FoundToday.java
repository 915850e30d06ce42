package dev.tare.comparison.web;

import dev.tare.comparison.DefaultsRanking;
import dev.tare.comparison.Diagnosis;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Figures;
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
    record Section(FindingRows found, DefaultRows defaults) {}

    Section of(Snapshot estate, Figures figures) {
        return new Section(FindingRows.few(estate, diagnosis.of(estate), figures),
                DefaultRows.of(estate, ranking.of(estate), figures));
    }
}
