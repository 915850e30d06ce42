package dev.tare.comparison;

/** How closely two things go together over the draws. */
final class Correlation {
    private static final int FEWEST = 200;

    private Correlation() {}

    /**
     * The squared correlation of a cause, drawn by itself, with its effect: the share of the effect's variance that goes
     * with it in a straight line. NaN below 200 draws, where chance alone makes half a percent of it.
     *
     * <p>Example: of y = 3 a + 4 b with a and b drawn independently and equally wide, a has 9 ÷ 25 = 36 %.
     */
    static double squared(double[] cause, double[] effect) {
        int n = Math.min(cause.length, effect.length);
        if (n < FEWEST) {
            return Double.NaN;
        }
        double meanCause = mean(cause, n);
        double meanEffect = mean(effect, n);
        double together = 0;
        double ofCause = 0;
        double ofEffect = 0;
        for (int i = 0; i < n; i++) {
            together += (cause[i] - meanCause) * (effect[i] - meanEffect);
            ofCause += (cause[i] - meanCause) * (cause[i] - meanCause);
            ofEffect += (effect[i] - meanEffect) * (effect[i] - meanEffect);
        }
        return ofCause > 0 && ofEffect > 0 ? together * together / (ofCause * ofEffect) : 0;
    }

    private static double mean(double[] values, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += values[i];
        }
        return sum / n;
    }
}
