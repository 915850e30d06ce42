package dev.tare.comparison.web;

import dev.tare.comparison.Defaults;
import dev.tare.comparison.Defaults.Gap;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Figures;
import java.util.List;
import java.util.Map;

/**
 * What a bill rests on that nobody stated, as a page shows it.
 *
 * @param sentence how much it is, and what stating the first fields would do
 * @param first    the fields to state first
 * @param others   the others that would narrow it, by themselves
 */
record DefaultRows(String sentence, List<Row> first, List<Row> others) {
    private static final int SHOWN = 5;
    private static final Map<String, String> CALLED = Map.ofEntries(Map.entry("replicas", "Replicas"),
            Map.entry("cpu.request", "CPU requested"), Map.entry("cpu.used", "CPU used"),
            Map.entry("memory.request", "Memory requested"), Map.entry("memory.used", "Memory used"),
            Map.entry("image.unpackedBytes", "Image unpacked"), Map.entry("payloadBytes", "Your part of the image"),
            Map.entry("workMs.p50", "Own work, median"), Map.entry("workMs.p99", "Own work, p99"),
            Map.entry("deploysPerMonth", "Deploys a month"), Map.entry("load.peakToMean", "Peak over mean"),
            Map.entry("logBytesPerRequest", "Log for each request"),
            Map.entry("metricSeries", "Metric series of a replica"),
            Map.entry("sidecars.cpu.request", "CPU requested by sidecars"),
            Map.entry("sidecars.memory.request", "Memory requested by sidecars"),
            Map.entry("calls.requestBytes", "Bytes a call sends"),
            Map.entry("calls.responseBytes", "Bytes a call gets back"),
            Map.entry("entries.meanPerSecond", "Requests a second at entry points"),
            Map.entry("entries.peakPerSecond", "Requests a second at peak"));

    /** A field, how often it is missing, and what stating it does to the range. */
    record Row(String name, String href, String missing, String narrows, List<ServiceLinks.Link> services) {}

    static DefaultRows of(Snapshot estate, Defaults defaults, Figures figures) {
        List<String> first = defaults.first().stream().map(Gap::field).toList();
        return new DefaultRows(sentence(defaults, figures),
                defaults.first().stream().map(gap -> row(estate.slug(), gap, figures)).toList(),
                defaults.fields().stream().filter(gap -> !first.contains(gap.field()))
                        .map(gap -> row(estate.slug(), gap, figures)).toList());
    }

    private static String sentence(Defaults defaults, Figures figures) {
        if (defaults.rests() <= 0 && defaults.first().isEmpty()) {
            return "Nothing of this bill rests on defaults.";
        }
        String rests = figures.percent(defaults.rests()) + " of this bill rests on defaults";
        if (defaults.first().isEmpty()) {
            return rests + ", and stating them would not narrow its range.";
        }
        int count = defaults.first().size();
        double left = defaults.together();
        String does = left <= 0.55 && left >= 0.45
                ? "halve the range"
                : "narrow the range by " + figures.percent(1 - left);
        return rests + ": enter " + (count == 1 ? "this field" : "these " + words(count) + " fields") + " to " + does
                + ".";
    }

    private static String words(int count) {
        return count == 2 ? "two" : "three";
    }

    private static Row row(String slug, Gap gap, Figures figures) {
        return new Row(CALLED.getOrDefault(gap.field(), gap.field()), href(slug, gap),
                figures.count(gap.missing()) + " " + whose(gap), figures.percent(gap.narrows()),
                gap.services().stream().limit(SHOWN).map(one -> new ServiceLinks.Link(
                        one.service() + " (" + figures.percent(Math.max(0, one.narrows())) + ")",
                        ServiceLinks.field(slug, one.service(), gap.field()))).toList());
    }

    private static String whose(Gap gap) {
        String one = gap.field().startsWith("calls.")
                ? "call"
                : gap.field().startsWith("entries.")
                        ? "entry point"
                        : gap.field().startsWith("sidecars.") ? "sidecar" : "service";
        return gap.missing() == 1 ? one : one + "s";
    }

    private static String href(String slug, Gap gap) {
        if (gap.field().startsWith("entries.")) {
            return "/estates/" + slug + "/entries";
        }
        return gap.services().isEmpty()
                ? "/estates/" + slug + "/services"
                : ServiceLinks.field(slug, gap.services().getFirst().service(), gap.field());
    }
}
