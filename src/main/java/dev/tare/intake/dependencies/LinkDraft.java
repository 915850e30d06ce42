package dev.tare.intake.dependencies;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.intake.Claims;
import dev.tare.intake.Draft;
import dev.tare.intake.FileRead;
import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.trace.Flow;
import dev.tare.intake.trace.Flow.Pair;
import dev.tare.intake.trace.Load;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Counted links as an estate. The counts are of traced requests; calls per request do not depend on how many were. */
final class LinkDraft {
    private final String format;
    private final String file;
    private final Flow flow;
    private final Load load;
    private final List<FileRead> files;

    LinkDraft(String format, Flow flow, Load load, List<FileRead> files) {
        this.format = format;
        this.file = files.size() == 1 ? files.getFirst().name() : files.size() + " files";
        this.flow = flow;
        this.load = load;
        this.files = files;
    }

    Draft draft() {
        List<Service> services = flow.names().stream()
                .map(name -> Claims.stamp(Service.named(name), format, file, Map.of())).toList();
        List<Call> calls = flow.edges().entrySet().stream().map(edge -> call(edge.getKey(), edge.getValue())).toList();
        List<Entry> entries = flow.names().stream().filter(flow::isUncalled).map(this::entry).toList();
        return new Draft(new EstateDocument(EstateDocument.VERSION, "", null, null, List.of(), services, calls,
                entries, List.of()), files, findings());
    }

    private Call call(Pair pair, double count) {
        double requests = flow.requests(pair.from());
        String detail = "%.0f calls, %s%.0f requests at %s".formatted(count,
                flow.isSupposed(pair.from()) ? "supposing " : "", requests, pair.from());
        Double perRequest = requests > 0 ? Double.valueOf(count / requests) : null;
        return new Call(pair.from(), pair.to(), "call", null, perRequest, null, null, null, null, (long) count,
                Claims.ofCall(format, file, perRequest, (long) count, null, detail));
    }

    private Entry entry(String service) {
        double requests = flow.entering(service);
        return new Entry(service, load.hasWindow() && requests > 0 ? load.perSecond(requests, load.seconds()) : null,
                null);
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.of(Severity.INFO, "links-read", flow.edges().size() + " links: " + load.shareText()
                + " traced" + (load.hasWindow() ? ", over %.0f s.".formatted(load.seconds()) : "."), null));
        if (!load.hasWindow()) {
            findings.add(Finding.of(Severity.WARNING, "no-rates",
                    "Requests a second do not follow: the file does not say how long it counted.",
                    "State the time the records span, or enter the rates at the entry points."));
        }
        if (!load.shareStated()) {
            findings.add(Finding.of(Severity.WARNING, "sampling-assumed",
                    "Every request is taken as traced, because nobody said otherwise.",
                    "State the share of requests traced and import again."));
        }
        List<String> supposed = flow.names().stream().filter(flow::isSupposed).limit(5).toList();
        if (!supposed.isEmpty()) {
            findings.add(Finding.of(Severity.INFO, "requests-supposed", "Nothing is seen to call "
                    + String.join(", ", supposed) + ": its most frequent call is taken as once a request.", null));
        }
        findings.add(Finding.of(Severity.INFO, "depth-from-graph",
                "Counted links are one hop each: depth follows from the graph and was not observed.", null));
        return findings;
    }
}
