package dev.tare.comparison.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.tare.comparison.Diagnosis.Found;
import dev.tare.engine.Finding;
import dev.tare.estate.EstateDocument;
import dev.tare.site.Figures;
import java.util.List;
import java.util.Locale;

/**
 * A finding as the API writes it.
 *
 * @param monthly what the remedy would save a month; below zero where it costs something
 * @param range   the same with every assumption at the end that makes bills lightest and heaviest
 * @param lines   the lines of the bill it comes from
 */
@JsonInclude(Include.ALWAYS)
record FindingAnswer(String code, String title, List<String> services, String evidence, double monthly,
        BillsAnswer.Spread range, List<String> lines, String remedy) {
    static List<FindingAnswer> of(EstateDocument estate, Found found) {
        Telling telling = Telling.of(found, new Figures(Locale.ENGLISH));
        return found.findings().found().stream().map(each -> answer(estate, each, telling)).toList();
    }

    private static FindingAnswer answer(EstateDocument estate, Finding finding, Telling telling) {
        BillsAnswer.Spread range = new BillsAnswer.Spread(telling.converted(finding.monthly().low()),
                telling.converted(finding.monthly().likely()), telling.converted(finding.monthly().high()));
        return new FindingAnswer(finding.code(), finding.title(),
                finding.services().stream().map(service -> estate.services().get(service).name()).toList(),
                plain(telling.tell(finding.evidence())), range.likely(), range,
                finding.lines().stream().map(Words::id).toList(), plain(telling.tell(finding.remedy())));
    }

    /** Without the spaces that only keep a figure and its unit on one line. */
    private static String plain(String told) {
        return told.replace('\u00a0', ' ');
    }
}
