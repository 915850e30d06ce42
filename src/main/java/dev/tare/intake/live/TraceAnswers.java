package dev.tare.intake.live;

import dev.tare.outgoing.Answer;
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
import dev.tare.intake.Merge;
import dev.tare.intake.Upload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a tracing backend answered. Links fill in what the traces do not show, and never stand against them. */
final class TraceAnswers {
    private static final int NAMED = 5;

    private final Inquiry inquiry;
    private final String server;
    private final List<Upload> traces = new ArrayList<>();
    private final List<Upload> links = new ArrayList<>();
    private final List<String> cut = new ArrayList<>();

    TraceAnswers(Inquiry inquiry, String server) {
        this.inquiry = inquiry;
        this.server = server;
    }

    void traces(String service, Answer answer, int count, String path) {
        if (count >= inquiry.request().traces()) {
            cut.add(service);
        }
        if (count > 0) {
            traces.add(upload(answer, server + path));
        }
    }

    void links(Answer answer, int count, String path) {
        if (count > 0) {
            links.add(upload(answer, server + path));
        }
    }

    /** The body as if it had been handed in as a file of that name. */
    private static Upload upload(Answer answer, String name) {
        try {
            return Upload.of(name, answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isEmpty() {
        return traces.isEmpty() && links.isEmpty();
    }

    Draft draft() {
        List<Draft> drafts = Stream.of(traces, links).filter(all -> !all.isEmpty()).map(this::read).toList();
        EstateDocument both = drafts.getFirst().document();
        for (Draft more : drafts.subList(1, drafts.size())) {
            both = Merge.into(both, more.document()).document();
        }
        List<Finding> findings = new ArrayList<>(List.of(asked()));
        drafts.forEach(draft -> findings.addAll(draft.findings()));
        List<Entry> entries = entries(both, drafts.getFirst().document());
        if (!cut.isEmpty()) {
            findings.add(cutFinding());
            entries = entries.stream().map(entry -> new Entry(entry.service(), null, null)).toList();
        }
        return new Draft(both.withEntries(entries), drafts.stream().map(this::file).toList(),
                findings.stream().distinct().toList());
    }

    private Draft read(List<Upload> answers) {
        Map<String, String> said = new HashMap<>(Map.of("window", inquiry.request().windowText()));
        if (!inquiry.request().sampling().isBlank()) {
            said.put("sampling", inquiry.request().sampling());
        }
        Draft draft = inquiry.intake().read(new Handover(answers, Intake.AUTO, new Answers(said), inquiry.progress()));
        return new Draft(told(draft.document(), answers.getFirst().name()), draft.files(), draft.findings());
    }

    /** What only links show to come from outside does so when no trace shows who calls it. */
    private static List<Entry> entries(EstateDocument both, EstateDocument first) {
        Set<String> called = new HashSet<>();
        both.calls().stream().filter(call -> !call.from().equals(call.to())).forEach(call -> called.add(call.to()));
        Set<String> sure = new HashSet<>(first.entries().stream().map(Entry::service).toList());
        return both.entries().stream()
                .filter(entry -> sure.contains(entry.service()) || !called.contains(entry.service())).toList();
    }

    private Finding asked() {
        return Finding.of(Severity.INFO, "window", server + ": the last " + inquiry.request().windowText() + " up to "
                + inquiry.now().truncatedTo(ChronoUnit.SECONDS) + ", at most " + inquiry.request().traces()
                + " traces of a service.", null);
    }

    private Finding cutFinding() {
        String names = String.join(", ", cut.stream().limit(NAMED).toList()) + (cut.size() > NAMED ? ", …" : "");
        return Finding.of(Severity.WARNING, "traces-cut", "There may be more traces than the "
                + inquiry.request().traces() + " that were asked for of " + names
                + ": calls per request rest on these, requests a second do not follow.",
                "Ask for more traces or a shorter time, or enter the rates at the entry points.");
    }

    /** One line for all answers, not one for each service. */
    private FileRead file(Draft draft) {
        return new FileRead(server, draft.files().getFirst().format(),
                draft.files().stream().mapToInt(FileRead::read).sum());
    }

    /** What was asked stands in the provenance of every value, instead of how many answers there were. */
    private EstateDocument told(EstateDocument document, String asked) {
        String source = asked + ", last " + inquiry.request().windowText();
        return document
                .withServices(document.services().stream()
                        .map(service -> service.withCosts(service.costs(), told(service.provenance(), source)))
                        .toList())
                .withCalls(document.calls().stream()
                        .map(call -> new Call(call.from(), call.to(), call.kind(), call.mode(), call.perRequest(),
                                call.requestBytes(), call.responseBytes(), call.p50(), call.p99(), call.observedCalls(),
                                told(call.provenance(), source)))
                        .toList());
    }

    private static List<Provenance> told(List<Provenance> all, String source) {
        return all.stream().map(each -> new Provenance(each.format(), source, each.detail())).toList();
    }
}
