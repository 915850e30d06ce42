package dev.tare.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.Preset;
import dev.tare.catalogue.TestCatalogue;
import dev.tare.engine.CallGraph;
import dev.tare.engine.Scenario;
import dev.tare.engine.Service;
import dev.tare.engine.scale.ScaleEstate;

/** An estate of Meta's distributions, of all language families, team by team, and every preset of the catalogue. */
final class Shop {
    private static final Catalogue CATALOGUE = TestCatalogue.SHIPPED;

    final CallGraph graph;
    final List<Scenario> presets;

    /** So many services and ten times as many calls. */
    Shop(int services) {
        CallGraph made = ScaleEstate.of(services, 10 * services, 7);
        List<CallGraph.Runtime> runtimes = CATALOGUE.software().runtimes();
        graph = new CallGraph(made.services().stream().map(s -> in(s, runtimes.size())).toList(), made.calls(),
                made.entries(), runtimes);
        presets = CATALOGUE.presets().stream().map(this::scenario).toList();
    }

    private static Service in(Service s, int runtimes) {
        return new Service(s.name(), s.team(), Math.floorMod(s.team().hashCode(), runtimes), s.replicas(),
                s.cpuRequest(), s.cpuUsed(), s.memoryRequest(), s.memoryUsed(), s.workP50(), s.workP99(),
                s.imageCompressed(), s.imageUnpacked(), s.layers(), s.payload(), s.deploysPerMonth(), s.logBytes(),
                s.metricSeries(), s.peakToMean(), s.isolation(), s.pinned(), s.sidecars());
    }

    private Scenario scenario(Preset preset) {
        Map<String, String> axes = new LinkedHashMap<>(preset.axes());
        axes.put("grouping", preset.grouping());
        return new Scenario(preset.id(), CATALOGUE.shape(axes), units(preset.grouping()), false);
    }

    private int[] units(String grouping) {
        int[] units = new int[graph.services().size()];
        if (grouping.equals("one-each")) {
            Arrays.setAll(units, i -> i);
        } else if (grouping.equals("per-team")) {
            Map<String, Integer> teams = new HashMap<>();
            Arrays.setAll(units, i -> teams.computeIfAbsent(graph.services().get(i).team(), team -> teams.size()));
        }
        return units;
    }

    /** Calls as pairs, for peers. */
    List<int[]> edges() {
        List<int[]> edges = new ArrayList<>();
        graph.calls().forEach(call -> edges.add(new int[]{ call.from(), call.to() }));
        return edges;
    }
}
