package dev.tare.review.export;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Service;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who calls whom, by places: identifiers in every notation are letters and numbers, whatever services are called. */
final class Graph {
    private static final MathContext DIGITS = new MathContext(3);

    private final EstateDocument document;
    private final Map<String, Integer> places = new HashMap<>();

    Graph(EstateDocument document) {
        this.document = document;
        document.services().forEach(service -> places.put(service.name(), places.size()));
    }

    List<Service> services() {
        return document.services();
    }

    int place(String service) {
        return places.getOrDefault(service, -1);
    }

    String id(String service) {
        return "s" + place(service);
    }

    /** Services of each team, those of none under the empty name. */
    Map<String, List<Service>> teams() {
        Map<String, List<Service>> teams = new LinkedHashMap<>();
        for (Service service : document.services()) {
            String team = service.team() == null ? "" : service.team();
            teams.computeIfAbsent(team, _ -> new ArrayList<>()).add(service);
        }
        return teams;
    }

    static boolean isCall(Call call) {
        return !"startup-order".equals(call.kind());
    }

    static boolean isAsync(Call call) {
        return "async".equals(call.mode());
    }

    /** What stands beside an edge: how often, and what kind when it is no plain call. */
    static String words(Call call) {
        if (!isCall(call)) {
            return "starts after";
        }
        String often = call.perRequest() == null || call.perRequest() == 1
                ? ""
                : rounded(call.perRequest()) + " a request";
        String kind = isAsync(call) ? "asynchronous" : "parallel".equals(call.mode()) ? "parallel" : "";
        return often.isEmpty() || kind.isEmpty() ? often + kind : often + ", " + kind;
    }

    /** To three digits. */
    static String rounded(double number) {
        return new BigDecimal(number).round(DIGITS).stripTrailingZeros().toPlainString();
    }

    /** One line, without what ends strings in some notation. */
    static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
