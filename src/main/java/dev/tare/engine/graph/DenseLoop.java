package dev.tare.engine.graph;

import org.jspecify.annotations.Nullable;

/**
 * A small loop, solved by elimination without pivoting: the pivots of I − A are all above zero exactly when the loop
 * does not multiply its traffic.
 */
record DenseLoop(double[][] factors) implements Loop {
    static @Nullable DenseLoop of(int size, Inside inside) {
        double[][] a = new double[size][size];
        for (int i = 0; i < size; i++) {
            a[i][i] = 1;
        }
        for (int call = 0; call < inside.from().length; call++) {
            a[inside.to()[call]][inside.from()[call]] -= inside.perRequest()[call];
        }
        return eliminate(a) ? new DenseLoop(a) : null;
    }

    private static boolean eliminate(double[][] a) {
        for (int p = 0; p < a.length; p++) {
            if (!(a[p][p] > NEAREST)) {
                return false;
            }
            for (int i = p + 1; i < a.length; i++) {
                double factor = a[i][p] /= a[p][p];
                if (factor != 0) {
                    subtract(a[i], factor, a[p], p + 1);
                }
            }
        }
        return true;
    }

    private static void subtract(double[] row, double factor, double[] pivotRow, int from) {
        for (int j = from; j < row.length; j++) {
            row[j] -= factor * pivotRow[j];
        }
    }

    @Override
    public void forward(double[] x) {
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                x[i] -= factors[i][j] * x[j];
            }
        }
        for (int i = x.length - 1; i >= 0; i--) {
            for (int j = i + 1; j < x.length; j++) {
                x[i] -= factors[i][j] * x[j];
            }
            x[i] /= factors[i][i];
        }
    }

    @Override
    public void backward(double[] x) {
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                x[i] -= factors[j][i] * x[j];
            }
            x[i] /= factors[i][i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            for (int j = i + 1; j < x.length; j++) {
                x[i] -= factors[j][i] * x[j];
            }
        }
    }
}
