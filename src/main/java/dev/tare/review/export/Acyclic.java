package dev.tare.review.export;

import dev.tare.estate.EstateDocument.Call;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The calls that a caller waits for, without those that lead back to where a request came from. */
final class Acyclic {
    private final List<List<Call>> kept = new ArrayList<>();
    private int leftOut;

    Acyclic(Graph graph, List<Call> calls) {
        List<List<Call>> all = new ArrayList<>();
        graph.services().forEach(_ -> {
            all.add(new ArrayList<>());
            kept.add(new ArrayList<>());
        });
        for (Call call : calls) {
            if (Graph.isCall(call)) {
                boolean waited = !Graph.isAsync(call);
                (waited ? all.get(graph.place(call.from())) : new ArrayList<Call>()).add(call);
                leftOut += waited ? 0 : 1;
            }
        }
        walk(graph, all);
    }

    /** Depth first, by hand: graphs may be deeper than the stack. */
    private void walk(Graph graph, List<List<Call>> all) {
        int[] state = new int[all.size()];
        for (int root = 0; root < all.size(); root++) {
            Deque<int[]> path = new ArrayDeque<>();
            if (state[root] == 0) {
                state[root] = 1;
                path.push(new int[]{ root, 0 });
            }
            while (!path.isEmpty()) {
                step(graph, all, state, path);
            }
        }
    }

    private void step(Graph graph, List<List<Call>> all, int[] state, Deque<int[]> path) {
        int[] at = path.getFirst();
        if (at[1] == all.get(at[0]).size()) {
            state[at[0]] = 2;
            path.pop();
            return;
        }
        Call call = all.get(at[0]).get(at[1]++);
        int to = graph.place(call.to());
        if (state[to] == 1) {
            leftOut++;
            return;
        }
        kept.get(at[0]).add(call);
        if (state[to] == 0) {
            state[to] = 1;
            path.push(new int[]{ to, 0 });
        }
    }

    List<Call> callsFrom(int place) {
        return kept.get(place);
    }

    int leftOut() {
        return leftOut;
    }
}
