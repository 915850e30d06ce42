package dev.tare.engine.graph;

/**
 * Traffic inside one component that calls itself: solves (I − A) x = b, A[i][j] the requests service i gets for each
 * request of service j inside the component. A is not negative, so a solution that is not negative for every b exists
 * exactly when the spectral radius of A is below 1 (Berman and Plemmons, <i>Nonnegative Matrices</i>, ch. 6).
 *
 * <p>Example: a calls b once, b calls a for half of its requests; 10 requests/s into a make 20 at each of them.
 */
sealed interface Loop permits DenseLoop, SparseLoop {
    /** How near 1 a spectral radius may come: beyond, a request would be answered by a thousand million others. */
    double NEAREST = 1e-9;

    /** Up to this many services a component is solved directly, above by iteration. */
    int DENSE = 128;

    /** Replaces requests that come in at each service by the requests that result there. */
    void forward(double[] x);

    /** Replaces what one request costs at each service by what it costs there and further round the loop. */
    void backward(double[] x);

    /** The loop of these services, or null when it multiplies its own traffic. */
    static @org.jspecify.annotations.Nullable Loop of(int size, Inside inside) {
        return size <= DENSE ? DenseLoop.of(size, inside) : SparseLoop.of(size, inside);
    }

    /** Calls inside a component, its services numbered from 0. */
    record Inside(int[] from, int[] to, double[] perRequest) {}
}
