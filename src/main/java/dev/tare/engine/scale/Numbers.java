package dev.tare.engine.scale;

import dev.tare.engine.MadeUpEstate.Quantiles;

/**
 * Whole numbers whose quantiles are given: 0 up to a share, then log-linear through the median, the 90th and the 99th
 * percentile to the largest. The last hundredth bends so that all of them sum up to a total.
 */
record Numbers(Quantiles of) {
    private static final int HALVINGS = 60;

    /** The numbers, ascending, as near to the total as the bend allows. */
    int[] numbers(int count, long total) {
        double low = 0.2;
        double high = 60;
        for (int i = 0; i < HALVINGS; i++) {
            double bend = (low + high) / 2;
            if (sum(numbers(count, bend)) > total) {
                low = bend;
            } else {
                high = bend;
            }
        }
        return numbers(count, high);
    }

    /** The numbers with a straight last hundredth. */
    int[] numbers(int count) {
        return numbers(count, 1);
    }

    private int[] numbers(int count, double bend) {
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (int) Math.round(at((i + 0.5) / count, bend));
        }
        numbers[count - 1] = (int) of.most();
        return numbers;
    }

    private double at(double share, double bend) {
        if (share < of.none()) {
            return 0;
        }
        if (share < 0.5) {
            return between(1, of.p50(), (share - of.none()) / (0.5 - of.none()));
        }
        if (share < 0.9) {
            return between(of.p50(), of.p90(), (share - 0.5) / 0.4);
        }
        return share < 0.99
                ? between(of.p90(), of.p99(), (share - 0.9) / 0.09)
                : between(of.p99(), of.most(), Math.pow((share - 0.99) / 0.01, bend));
    }

    private static double between(double from, double to, double along) {
        return from * Math.pow(to / from, along);
    }

    private static long sum(int[] numbers) {
        long sum = 0;
        for (int number : numbers) {
            sum += number;
        }
        return sum;
    }
}
