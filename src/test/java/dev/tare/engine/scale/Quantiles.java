package dev.tare.engine.scale;

/**
 * Whole numbers whose quantiles are given: 0 up to a share, then log-linear through the median, the 90th and the 99th
 * percentile to the largest. The last hundredth bends so that all of them sum up to a total.
 */
record Quantiles(double zero, double p50, double p90, double p99, double most) {
    /** The numbers, ascending, as near to the total as the bend allows. */
    int[] numbers(int count, long total) {
        double low = 0.2;
        double high = 60;
        for (int i = 0; i < 60; i++) {
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
        numbers[count - 1] = (int) most;
        return numbers;
    }

    private double at(double share, double bend) {
        if (share < zero) {
            return 0;
        }
        if (share < 0.5) {
            return between(1, p50, (share - zero) / (0.5 - zero));
        }
        if (share < 0.9) {
            return between(p50, p90, (share - 0.5) / 0.4);
        }
        return share < 0.99
                ? between(p90, p99, (share - 0.9) / 0.09)
                : between(p99, most, Math.pow((share - 0.99) / 0.01, bend));
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
