package dev.tare.comparison.web;

import dev.tare.comparison.Defaults.Lack;
import dev.tare.site.Figures;
import java.util.Map;

/** What fields of an estate are called, and where they are entered. */
final class FieldWords {
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

    private FieldWords() {}

    static String called(String field) {
        return CALLED.getOrDefault(field, field);
    }

    /** "7 services". */
    static String missing(String field, int count, Figures figures) {
        String one = field.startsWith("calls.")
                ? "call"
                : field.startsWith("entries.") ? "entry point" : field.startsWith("sidecars.") ? "sidecar" : "service";
        return figures.count(count) + " " + (count == 1 ? one : one + "s");
    }

    /** "enter CPU used of 7 services". */
    static String enter(Lack lack, Figures figures) {
        String called = called(lack.field());
        boolean acronym = called.length() > 1 && Character.isUpperCase(called.charAt(1));
        return "enter " + (acronym
                ? called
                : called.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                        + called.substring(1))
                + " of " + missing(lack.field(), lack.missing(), figures);
    }

    static String at(String slug, Lack lack) {
        return at(slug, lack.field());
    }

    /** The page where a field is entered, whatever service it is of. */
    static String at(String slug, String field) {
        return "/estates/" + slug + (field.startsWith("entries.") ? "/entries" : "/services");
    }
}
