package dev.tare.intake.kiali;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.tare.intake.Answers;
import dev.tare.intake.Draft;
import dev.tare.intake.ImportFailed;
import dev.tare.intake.Upload;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading a graph takes work in proportion to its nodes and edges, counted in what is taken from memory. */
class KialiGrowthTest {
    private static final int FEW = 250;
    private static final int TIMES = 8;

    /** Workloads in a chain, each behind a name of the cluster; in one namespace, or in two with the same names. */
    private static Upload chain(int length, int namespaces) {
        List<String> nodes = new ArrayList<>();
        List<String> edges = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            String name = "s" + i / namespaces;
            nodes.add(node("w" + i, "workload", i % namespaces, "\"workload\":\"" + name + "\",\"app\":\"" + name
                    + "\",\"destServices\":[{\"name\":\"" + name + "-web\"}]"));
            nodes.add(node("n" + i, "service", i % namespaces, "\"service\":\"" + name + "-web\""));
            edges.add(edge("w" + i, "n" + (i + 1) % length));
            edges.add(edge("n" + i, "w" + i));
        }
        return graph(nodes, edges);
    }

    private static Upload graph(List<String> nodes, List<String> edges) {
        return Upload.of("graph.json", "{\"graphType\":\"workload\",\"elements\":{\"nodes\":[" + String.join(",", nodes)
                + "],\"edges\":[" + String.join(",", edges) + "]}}");
    }

    private static String node(String id, String type, int namespace, String more) {
        return "{\"data\":{\"id\":\"" + id + "\",\"nodeType\":\"" + type + "\",\"namespace\":\"ns" + namespace + "\","
                + more + "}}";
    }

    private static String edge(String from, String to) {
        return "{\"data\":{\"source\":\"" + from + "\",\"target\":\"" + to
                + "\",\"traffic\":{\"protocol\":\"http\",\"rates\":{\"http\":\"2.00\"}}}}";
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 1000 })
    void takesMemoryInProportion(int namespaces) {
        taken(FEW, namespaces);
        long few = taken(FEW, namespaces);
        assertThat(taken(TIMES * FEW, namespaces)).isLessThan(2L * TIMES * few);
    }

    private static long taken(int length, int namespaces) {
        Upload file = chain(length, namespaces);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Draft draft = new KialiReader().read(List.of(file), Answers.NONE);
        long taken = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(draft.document().services()).hasSize(length);
        assertThat(draft.document().calls()).hasSize(length)
                .allSatisfy(call -> assertThat(call.perRequest()).isEqualTo(1));
        return taken;
    }

    @Test
    void refusesNamesThatMultiply() {
        List<String> nodes = new ArrayList<>(List.of(node("n", "service", 0, "\"service\":\"web\"")));
        List<String> edges = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            nodes.add(node("from" + i, "workload", 0, "\"workload\":\"from" + i + "\""));
            nodes.add(node("to" + i, "workload", 0, "\"workload\":\"to" + i + "\""));
            edges.add(edge("from" + i, "n"));
            edges.add(edge("n", "to" + i));
        }
        assertThatThrownBy(() -> new KialiReader().read(List.of(graph(nodes, edges)), Answers.NONE))
                .isInstanceOf(ImportFailed.class).hasMessageContaining("graph.json");
    }
}
