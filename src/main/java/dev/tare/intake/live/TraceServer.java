package dev.tare.intake.live;

import dev.tare.outgoing.Answer;
import dev.tare.intake.Draft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        TraceAnswers answers = new TraceAnswers(inquiry, peer.name());
        int done = 0;
        for (String name : services) {
            inquiry.progress().asking(name, done++, services.size());
            Map<String, String> parameters = new LinkedHashMap<>(traces.parameters());
            parameters.put(service, name);
            Answer answer = peer.get(traces.path(), parameters);
            answers.traces(name, answer, count(answer), traces.path());
        }
        Answer linked = peer.get(links.path(), links.parameters());
        answers.links(linked, count(linked), links.path());
        if (answers.isEmpty()) {
            throw peer.trouble("traces in the last " + inquiry.request().windowText(),
                    services.isEmpty() ? "no service that wrote any" : "none of its " + services.size() + " services'");
        }
        return answers.draft();
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
}
