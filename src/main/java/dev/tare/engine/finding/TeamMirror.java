package dev.tare.engine.finding;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.Scenario;
import dev.tare.engine.Sentence.Unit;
import dev.tare.engine.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How far units mirror teams: many units for each team, and calls over the network between two services of one team.
 * Puts the services of a team into one unit.
 */
final class TeamMirror implements Pattern {
    private static final List<Part> LINES = List.of(Part.NETWORK, Part.MESH, Part.ISOLATION);

    @Override
    public String code() {
        return "team-mirror";
    }

    @Override
    public String title() {
        return "Team mirror";
    }

    @Override
    public Outcome look(Look look) {
        Map<String, List<Integer>> teams = new LinkedHashMap<>();
        look.all(s -> !look.service(s).team().isEmpty())
                .forEach(s -> teams.computeIfAbsent(look.service(s).team(), _ -> new ArrayList<>()).add(s));
        if (teams.isEmpty()) {
            return unchecked("team", "which team owns each service");
        }
        long units = teams.values().stream().flatMap(List::stream).map(look::unit).distinct().count();
        double within = within(look);
        boolean split = units >= look.threshold(Threshold.UNITS) * teams.size()
                && within >= look.threshold(Threshold.WITHIN);
        return split ? split(look, teams, units, within) : CLEAR;
    }

    private Outcome split(Look look, Map<String, List<Integer>> teams, long units, double within) {
        Merge merge = new Merge(look);
        teams.values().forEach(merge::together);
        Scenario scenario = Changed.grouped(look.today, merge.units());
        List<Integer> concerned = merge.merged().stream().flatMap(List::stream).sorted().toList();
        return found(concerned,
                Sentence.of("").count(units, "unit").say(" for ").count(teams.size(), "team").say("; ")
                        .figure(within, Unit.SHARE)
                        .say(" of the calls over the network have the same team at both ends."),
                look.saving(look.graph, scenario, LINES), LINES,
                Sentence.of("Give each team one unit, beside services that need to be kept apart: ")
                        .count(scenario.unitCount(), "unit").say("."));
    }

    /** Share of remote calls/s whose ends belong to one team. */
    private static double within(Look look) {
        double inside = remote(look, true);
        double all = inside + remote(look, false);
        return all > 0 ? inside / all : 0;
    }

    private static double remote(Look look, boolean sameTeam) {
        return IntStream.range(0, look.graph.calls().size()).filter(look.hops::remote)
                .filter(call -> sameTeam == sameTeam(look, call)).mapToDouble(look.traffic::callRate).sum();
    }

    private static boolean sameTeam(Look look, int call) {
        String team = look.service(look.topology.from(call)).team();
        return !team.isEmpty() && team.equals(look.service(look.topology.to(call)).team());
    }
}
