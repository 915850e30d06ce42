package dev.tare.comparison.web;

import dev.tare.comparison.Diagnosis.Found;
import dev.tare.comparison.Question;
import dev.tare.engine.Finding;
import dev.tare.engine.Measure;
import dev.tare.engine.Range;
import dev.tare.engine.Unchecked;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Figures;
import java.util.List;
import java.util.Locale;

/**
 * Findings as a page shows them.
 *
 * @param headline what was found, in a sentence
 * @param rows     the dearest first
 * @param more     how many are left out
 */
record FindingRows(String slug, String headline, List<Row> rows, int more, List<Missing> unchecked) {
    private static final int FEW = 3;

    /**
     * One of them.
     *
     * @param sign  less where the remedy saves, more where it costs, same where it does neither
     * @param range between what and what; empty where there is nothing between
     * @param tryIt where the change that removes it can be tried; empty where none is one of a scenario
     */
    record Row(String code, String title, String evidence, String remedy, String money, String sign, String range,
            ServiceLinks services, List<ServiceLinks.Link> lines, String tryIt) {}

    /** What cannot be looked for, and what to enter. */
    record Missing(String title, String enter) {}

    static FindingRows all(Snapshot estate, Found found, Figures figures) {
        return of(estate, found, figures, Integer.MAX_VALUE);
    }

    /** The dearest few. */
    static FindingRows few(Snapshot estate, Found found, Figures figures) {
        return of(estate, found, figures, FEW);
    }

    private static FindingRows of(Snapshot estate, Found found, Figures figures, int most) {
        Telling telling = Telling.of(found, figures);
        List<Finding> all = found.findings().found();
        return new FindingRows(estate.slug(), headline(all, telling),
                all.stream().limit(most).map(each -> row(estate, each, telling)).toList(),
                Math.max(0, all.size() - most),
                found.findings().unchecked().stream().map(FindingRows::missing).toList());
    }

    private static String headline(List<Finding> all, Telling telling) {
        if (all.isEmpty()) {
            return "None of the patterns tare knows shows here.";
        }
        Finding dearest = all.getFirst();
        String count = all.size() == 1 ? "One pattern shows" : all.size() + " patterns show";
        return dearest.monthly().likely() > 0
                ? count + ". The dearest, " + dearest.title().toLowerCase(Locale.ROOT) + ", would save "
                        + telling.money(dearest.monthly().likely()) + " a month if it were removed."
                : count + ". None of them costs anything on this bill.";
    }

    private static Row row(Snapshot estate, Finding finding, Telling telling) {
        double likely = finding.monthly().likely();
        return new Row(finding.code(), finding.title(), telling.tell(finding.evidence()),
                telling.tell(finding.remedy()), money(likely, telling),
                likely > 0 ? "less" : likely < 0 ? "more" : "same",
                range(finding.monthly(), telling), ServiceLinks.of(estate.slug(), finding.services().stream()
                        .map(service -> estate.document().services().get(service).name()).toList()),
                finding.lines().stream().map(line -> new ServiceLinks.Link(Words.id(line), new Workings(estate.slug())
                        .of(Question.TODAY, Words.id(line), Measure.COST))).toList(),
                new FindingTrial(estate.slug(), estate.document()).of(finding));
    }

    private static String money(double likely, Telling telling) {
        if (likely > 0) {
            return "saves " + telling.money(likely);
        }
        return likely < 0 ? "costs " + telling.money(-likely) : "saves nothing";
    }

    /** Of what it saves, or of what it costs. */
    private static String range(Range monthly, Telling telling) {
        return telling
                .range(monthly.likely() < 0 ? new Range(-monthly.high(), -monthly.likely(), -monthly.low()) : monthly);
    }

    private static Missing missing(Unchecked unchecked) {
        return new Missing(unchecked.title(), unchecked.enter());
    }
}
