"""Graph facts by igraph and networkx, beside tare's own: usage graph.py calls.csv services.

calls.csv holds one call a line, caller,callee,waits (1 or 0). Prints one line for each step: peer, step, ms, answer.
Depth and blast radius follow calls that are waited for; a loop counts as one hop. Blast radius is timed on a sample.
"""
import statistics
import sys
import time

SAMPLE = 20


def timed(peer, step, work, times=3):
    took = []
    answer = None
    for _ in range(times):
        start = time.perf_counter()
        answer = work()
        took.append(time.perf_counter() - start)
    return peer, step, statistics.median(took) * 1000, answer


def report(row, shown):
    print(f"{row[0]},{row[1]},{row[2]:.3f},{shown}", flush=True)


def depth(count, of, edges):
    """Longest chain over components numbered in any order, inside a component one hop at most."""
    below = [[] for _ in range(count)]
    inside = [0] * count
    degree = [0] * count
    for a, b in edges:
        if of[a] == of[b]:
            inside[of[a]] = max(inside[of[a]], 1 if a != b else 0)
        else:
            below[of[a]].append(of[b])
            degree[of[b]] += 1
    far = list(inside)
    order = [c for c in range(count) if degree[c] == 0]
    deepest = 0
    for c in order:
        deepest = max(deepest, far[c])
        for callee in below[c]:
            far[callee] = max(far[callee], far[c] + 1 + inside[callee])
            degree[callee] -= 1
            if degree[callee] == 0:
                order.append(callee)
    return deepest


def by_igraph(services, calls, waited, sample):
    import igraph
    load = timed("igraph", "load", lambda: igraph.Graph(n=services, edges=calls, directed=True))
    graph = load[3]
    report(load, graph.ecount())
    waiting = igraph.Graph(n=services, edges=waited, directed=True)
    strong = timed("igraph", "components", lambda: graph.connected_components(mode="strong"))
    report(strong, len(strong[3]))
    weak = timed("igraph", "parts", lambda: graph.connected_components(mode="weak"))
    report(weak, len(weak[3]))

    def deep():
        of = waiting.connected_components(mode="strong")
        return depth(len(of), of.membership, waited)
    row = timed("igraph", "depth", deep)
    report(row, row[3])
    row = timed("igraph", "degrees", lambda: (graph.indegree(), graph.outdegree()))
    report(row, sum(i * o for i, o in zip(*row[3])))
    row = timed("igraph", "reach of some", lambda: [len(waiting.subcomponent(s, mode="in")) - 1 for s in sample], 1)
    report(row, sum(row[3]))


def by_networkx(services, calls, waited, sample):
    import networkx
    def build(edges):
        graph = networkx.MultiDiGraph()
        graph.add_nodes_from(range(services))
        graph.add_edges_from(edges)
        return graph
    load = timed("networkx", "load", lambda: build(calls), 1)
    graph = load[3]
    report(load, graph.number_of_edges())
    waiting = build(waited)
    row = timed("networkx", "components", lambda: list(networkx.strongly_connected_components(graph)), 1)
    report(row, len(row[3]))
    row = timed("networkx", "parts", lambda: list(networkx.weakly_connected_components(graph)), 1)
    report(row, len(row[3]))
    row = timed("networkx", "degrees", lambda: (dict(graph.in_degree()), dict(graph.out_degree())), 1)
    report(row, sum(row[3][0][s] * row[3][1][s] for s in range(services)))
    row = timed("networkx", "reach of some", lambda: [len(networkx.ancestors(waiting, s)) for s in sample], 1)
    report(row, sum(row[3]))


def main():
    services = int(sys.argv[2])
    with open(sys.argv[1]) as lines:
        rows = [tuple(map(int, line.split(","))) for line in lines]
    calls = [(a, b) for a, b, _ in rows]
    waited = [(a, b) for a, b, waits in rows if waits]
    sample = range(0, services, services // SAMPLE)
    for peer in (by_igraph, by_networkx):
        try:
            peer(services, calls, waited, sample)
        except ImportError as missing:
            print(f"# {missing.name} is not installed: left out", flush=True)


if __name__ == "__main__":
    main()
