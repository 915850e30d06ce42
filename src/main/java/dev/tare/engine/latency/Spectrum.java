package dev.tare.engine.latency;

/** Frequencies of a distribution on a {@link Lattice}: sums of independent times are products of these. */
record Spectrum(double[] re, double[] im) {
    /** Of a time that is always 0, for so many frequencies. */
    static Spectrum nothing(int frequencies) {
        double[] re = new double[frequencies];
        java.util.Arrays.fill(re, 1);
        return new Spectrum(re, new double[frequencies]);
    }

    /** The sum of both. */
    Spectrum plus(Spectrum other) {
        double[] x = new double[re.length];
        double[] y = new double[re.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = re[i] * other.re[i] - im[i] * other.im[i];
            y[i] = re[i] * other.im[i] + im[i] * other.re[i];
        }
        return new Spectrum(x, y);
    }

    /** This in a share of cases, nothing in the others. */
    Spectrum sometimes(double share) {
        double[] x = new double[re.length];
        double[] y = new double[re.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = 1 - share + share * re[i];
            y[i] = share * im[i];
        }
        return new Spectrum(x, y);
    }

    /** The sum of so many of these, a last one in a share of cases. */
    Spectrum times(double times) {
        int whole = (int) times;
        Spectrum sum = times > whole ? sometimes(times - whole) : nothing(re.length);
        Spectrum power = this;
        for (int left = whole; left > 0; left /= 2) {
            sum = left % 2 == 1 ? sum.plus(power) : sum;
            power = left > 1 ? power.plus(power) : power;
        }
        return sum;
    }
}
