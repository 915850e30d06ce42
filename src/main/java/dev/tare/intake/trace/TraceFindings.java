package dev.tare.intake.trace;

import dev.tare.estate.EstateDocument.Call;
import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What people should know about traces that were read. */
final class TraceFindings {
    private static final int FEW_REQUESTS = 30;

    private final Names names;
    private final Observed observed;
    private final Requests requests;
    private final Load load;
    private final double seconds;
    private final List<Finding> findings = new ArrayList<>();

    TraceFindings(Names names, Observed observed, Requests requests, Load load, double seconds) {
        this.names = names;
        this.observed = observed;
        this.requests = requests;
        this.load = load;
        this.seconds = seconds;
    }

    List<Finding> all(long tooMany, long unnamed, List<Call> calls) {
        info("traces-read",
                String.format(Locale.ENGLISH, "%,d spans of %,d traces: %s traced%s.", observed.spans, observed.traces,
                        load.shareText(), Double.isNaN(seconds) ? "" : ", over " + time(seconds)),
                null);
        depth();
        assumed();
        if (calls.isEmpty()) {
            warn("no-calls", "0 calls between services found here: every trace stays inside one service.",
                    "Check that the services hand on the trace context, or import traces of other requests.");
        }
        missing(unnamed);
        bounds(tooMany, calls.size());
        return findings;
    }

    private void depth() {
        int deepest = 0;
        for (int name : requests.all()) {
            deepest = observed.deepest(name) > observed.deepest(deepest) ? name : deepest;
        }
        if (observed.deepest(deepest) > 0) {
            int depth = observed.deepest(deepest);
            info("observed-depth", "Requests at " + names.text(deepest) + " cause at most " + depth
                    + (depth == 1 ? " synchronous call" : " synchronous calls") + " one after another.", null);
        }
    }

    private void assumed() {
        if (!load.shareStated()) {
            warn("sampling-assumed", "Every request is taken as traced, because nobody said otherwise.",
                    "State the share of requests traced and import again; calls per request do not depend on it.");
        }
        if (Double.isNaN(seconds)) {
            warn("no-rates", "Requests a second do not follow: the spans lie less than a minute apart.",
                    "State the time the records span, or enter the rates at the entry points.");
        }
        long few = Arrays.stream(requests.all())
                .filter(name -> observed.own(name) instanceof Histogram own && own.count() < FEW_REQUESTS).count();
        if (few > 0) {
            info("few-requests", "The own work of " + few + " services rests on fewer than " + FEW_REQUESTS
                    + " requests each.", null);
        }
    }

    private void missing(long unnamed) {
        if (observed.orphans > 0) {
            warn("parents-missing",
                    String.format(Locale.ENGLISH, "%,d spans name a parent that is not in these files.",
                            observed.orphans),
                    "Who called there is not known, or only as far as the trace's root tells.");
        }
        if (observed.duplicates > 0) {
            info("spans-twice", String.format(Locale.ENGLISH,
                    "%,d spans were written in several parts or twice and count once.", observed.duplicates), null);
        }
        if (unnamed > 0) {
            warn("spans-unnamed", String.format(Locale.ENGLISH,
                    "%,d spans name no service and count as part of the one around them.", unnamed), null);
        }
    }

    private void bounds(long tooMany, int calls) {
        if (tooMany > 0) {
            warn("spans-left-out",
                    String.format(Locale.ENGLISH, "%,d spans of overlong traces were left out.", tooMany),
                    "A trace of half a million spans is most often a trace id that is used again and again.");
        }
        long pairs = (long) observed.calls.size() + observed.messages.size();
        if (pairs > calls || observed.calls.leftOut() + observed.messages.leftOut() > 0) {
            warn("calls-left-out", String.format(Locale.ENGLISH,
                    "%,d pairs of services call each other; the %,d that do most often are taken.", pairs, calls),
                    "Give the program more memory: a quarter of it may hold calls, a kilobyte each.");
        }
        if (observed.calls.isFull() || observed.messages.isFull() || observed.peers.isFull()) {
            warn("calls-unmeasured", "There was no room for the response times and sizes of all calls.",
                    "Give the program more memory: a tenth of it may hold them.");
        }
    }

    private static String time(double seconds) {
        if (seconds < 120) {
            return String.format(Locale.ENGLISH, "%.0f s", seconds);
        }
        return seconds < 7_200
                ? String.format(Locale.ENGLISH, "%.0f min", seconds / 60)
                : String.format(Locale.ENGLISH, "%.1f h", seconds / 3_600);
    }

    private void info(String code, String message, @Nullable String action) {
        findings.add(Finding.of(Severity.INFO, code, message, action));
    }

    private void warn(String code, String message, @Nullable String action) {
        findings.add(Finding.of(Severity.WARNING, code, message, action));
    }
}
