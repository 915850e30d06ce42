package dev.tare.engine.latency;

/** A sum over requests, block by block, so that its error can be told from how blocks differ. */
final class Batches {
    private final double[] sums;

    Batches(int blocks) {
        sums = new double[blocks];
    }

    void add(int block, double amount) {
        sums[block] += amount;
    }

    double sum() {
        double sum = 0;
        for (double each : sums) {
            sum += each;
        }
        return sum;
    }

    /**
     * Standard error of this sum for each request: of a ratio estimated from blocks, √(B ÷ (B − 1) · Σ (x − r n)²) ÷ Σ n
     * (Cochran, Sampling Techniques, chapter 6). NaN for one block.
     */
    double error(Batches requests) {
        double all = requests.sum();
        double ratio = sum() / all;
        double squares = 0;
        for (int block = 0; block < sums.length; block++) {
            double off = sums[block] - ratio * requests.sums[block];
            squares += off * off;
        }
        return sums.length > 1 && all > 0
                ? Math.sqrt(squares * sums.length / (sums.length - 1)) / all
                : Double.NaN;
    }
}
