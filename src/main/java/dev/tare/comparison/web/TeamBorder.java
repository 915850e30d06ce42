package dev.tare.comparison.web;

import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Figures;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calls that cross a team's border.
 *
 * @param in  from others to what the team owns
 * @param out from what it owns to others
 */
record TeamBorder(String sentence, List<Row> in, List<Row> out) {
    /** A call: the team's own end, the other end and whose that is. */
    record Row(String own, String other, String team, String times, String bytes, String mode) {}

    static TeamBorder of(Snapshot estate, List<String> services, Figures figures) {
        Set<String> own = new HashSet<>(services);
        Map<String, String> teams = new HashMap<>();
        estate.document().services().forEach(service -> teams.put(service.name(), orNobody(service)));
        List<Row> in = estate.document().calls().stream().filter(TeamBorder::isCall)
                .filter(call -> own.contains(call.to()) && !own.contains(call.from()))
                .map(call -> row(call, call.to(), call.from(), teams, figures)).toList();
        List<Row> out = estate.document().calls().stream().filter(TeamBorder::isCall)
                .filter(call -> own.contains(call.from()) && !own.contains(call.to()))
                .map(call -> row(call, call.from(), call.to(), teams, figures)).toList();
        long inside = estate.document().calls().stream().filter(TeamBorder::isCall)
                .filter(call -> own.contains(call.from()) && own.contains(call.to())).count();
        return new TeamBorder(sentence(in.size(), out.size(), inside, figures), in, out);
    }

    private static String sentence(int in, int out, long inside, Figures figures) {
        return figures.count(in) + (in == 1 ? " call comes" : " calls come") + " in, " + figures.count(out)
                + (out == 1 ? " goes" : " go") + " out, " + figures.count(inside)
                + (inside == 1 ? " stays" : " stay") + " inside.";
    }

    private static boolean isCall(Call call) {
        return !"startup-order".equals(call.kind());
    }

    private static String orNobody(Service service) {
        return service.team() == null ? "nobody" : service.team();
    }

    private static Row row(Call call, String own, String other, Map<String, String> teams, Figures figures) {
        return new Row(own, other, teams.getOrDefault(other, "nobody"),
                call.perRequest() == null ? "not stated" : figures.number(call.perRequest()), bytes(call, figures),
                call.mode() == null ? "sequential" : call.mode());
    }

    private static String bytes(Call call, Figures figures) {
        return written(call.requestBytes(), figures) + " / " + written(call.responseBytes(), figures);
    }

    private static String written(@Nullable Double bytes, Figures figures) {
        return bytes == null ? "—" : figures.bytes(bytes);
    }
}
