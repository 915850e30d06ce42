package dev.tare.engine.graph;

/** Strongly connected components, numbered so that a caller's component is never above its callee's. */
public final class Condensation {
    private final int[] of;
    private final Adjacency members;

    Condensation(int[] of, Adjacency members) {
        this.of = of;
        this.members = members;
    }

    /** How many components there are; a service outside every loop is one of its own. */
    public int count() {
        return members.start().length - 1;
    }

    /** Component of a service. */
    public int of(int service) {
        return of[service];
    }

    /** How many services a component has. */
    public int size(int component) {
        return members.start()[component + 1] - members.start()[component];
    }

    /** The {@code i}-th service of a component. */
    public int member(int component, int i) {
        return members.calls()[members.start()[component] + i];
    }
}
