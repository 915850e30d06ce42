package dev.tare.intake.live;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.intake.Answers;
import dev.tare.intake.Draft;
import dev.tare.intake.FileRead;
import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.Handover;
import dev.tare.intake.Intake;
import dev.tare.intake.Upload;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a tracing backend: its services, some traces of each, and its counted links. The readers of files read the answers,
 * so that traces mean the same wherever they come from; links fill in what the traces taken do not show.
 *
 * @param list the field of an answer that holds its list; empty when the answer is the list
 */
public record TraceServer(Peer peer, Inquiry inquiry, String list) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int NAMED = 5;
    private static final String LINKS = "dependencies";

    /** The service names at a path. */
    public List<String> services(String path) {
        Answer answer = peer.get(path, Map.of());
        if (JsonParts.count(answer, list) < 0) {
            throw peer.trouble(peer.title(), "a server that answers, but not as one");
        }
        JsonNode all = JSON.readTree(answer.bytes());
        List<String> names = new ArrayList<>();
        (list.isEmpty() ? all : all.path(list)).forEach(name -> names.add(name.asString("")));
        return names.stream().filter(name -> !name.isBlank()).sorted().toList();
    }

    /**
     * Traces of each service and links, read as files of them are.
     *
     * @param traces what to ask for traces of a service with, beside its name under the given parameter
     */
    public Draft read(List<String> services, String service, Question traces, Question links) {
        List<Upload> uploads = new ArrayList<>();
        List<String> cut = new ArrayList<>();
        int done = 0;
        for (String name : services) {
            inquiry.progress().asking(name, done++, services.size());
            Map<String, String> parameters = new LinkedHashMap<>(Map.of(service, name));
            parameters.putAll(traces.parameters());
            Answer answer = peer.get(traces.path(), parameters);
            int count = count(answer);
            if (count >= inquiry.request().traces()) {
                cut.add(name);
            }
            if (count > 0) {
                uploads.add(answer.upload(peer.name() + traces.path() + "?" + service + "=" + name));
            }
        }
        Answer linked = peer.get(links.path(), links.parameters());
        if (count(linked) > 0) {
            uploads.add(linked.upload(peer.name() + links.path()));
        }
        if (uploads.isEmpty()) {
            throw peer.trouble("traces in the last " + inquiry.request().windowText(),
                    services.isEmpty() ? "no service that wrote any" : "none of its " + services.size() + " services'");
        }
        Draft draft = draft(uploads, cut);
        return new Draft(told(draft.document(), traces, links), draft.files(), draft.findings(), draft.bills());
    }

    private int count(Answer answer) {
        int count = JsonParts.count(answer, list);
        if (count < 0) {
            throw peer.trouble(peer.title(), "an answer at " + answer.from().getRawPath() + " that is none of one");
        }
        return count;
    }

    /** What to ask. */
    public record Question(String path, Map<String, String> parameters) {}

    private Draft draft(List<Upload> uploads, List<String> cut) {
        Map<String, String> said = new HashMap<>(Map.of("window", inquiry.request().windowText()));
        if (!inquiry.request().sampling().isBlank()) {
            said.put("sampling", inquiry.request().sampling());
        }
        Draft draft = inquiry.intake().read(new Handover(uploads, Intake.AUTO, new Answers(said), inquiry.progress()));
        List<Finding> findings = new ArrayList<>(draft.findings());
        findings.addFirst(Finding.of(Severity.INFO, "window", peer.name() + ": the last "
                + inquiry.request().windowText() + " up to " + inquiry.now().truncatedTo(ChronoUnit.SECONDS)
                + ", at most " + inquiry.request().traces() + " traces of a service.", null));
        List<Entry> entries = draft.document().entries();
        if (!cut.isEmpty()) {
            findings.add(Finding.of(Severity.WARNING, "traces-cut", cut.size() + " services have more traces than the "
                    + inquiry.request().traces() + " that were asked for (" + String.join(", ", cut.stream().limit(NAMED)
                            .toList()) + (cut.size() > NAMED ? ", …" : "")
                    + "): calls per request rest on these, requests a second do not follow.",
                    "Ask for more traces or a shorter time, or enter the rates at the entry points."));
            entries = entries.stream().map(entry -> new Entry(entry.service(), null, null)).toList();
        }
        return new Draft(draft.document().withEntries(entries), files(draft), findings, draft.bills());
    }

    /** One line for each format, not one for each service. */
    private List<FileRead> files(Draft draft) {
        Map<String, Integer> read = new LinkedHashMap<>();
        draft.files().forEach(file -> read.merge(file.format(), file.read(), Integer::sum));
        return read.entrySet().stream().map(each -> new FileRead(peer.name(), each.getKey(), each.getValue()))
                .toList();
    }

    /** What was asked stands in the provenance of every value, instead of how many answers there were. */
    private EstateDocument told(EstateDocument document, Question traces, Question links) {
        UnaryOperator<List<Provenance>> tell = all -> all.stream().map(each -> new Provenance(each.format(),
                peer.name() + (LINKS.equals(each.format()) ? links.path() : traces.path()) + ", last "
                        + inquiry.request().windowText(),
                each.detail())).toList();
        return document
                .withServices(document.services().stream()
                        .map(service -> service.withCosts(service.costs(), tell.apply(service.provenance()))).toList())
                .withCalls(document.calls().stream()
                        .map(call -> new Call(call.from(), call.to(), call.kind(), call.mode(), call.perRequest(),
                                call.requestBytes(), call.responseBytes(), call.p50(), call.p99(), call.observedCalls(),
                                tell.apply(call.provenance())))
                        .toList());
    }
}
