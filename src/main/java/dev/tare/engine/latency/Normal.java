package dev.tare.engine.latency;

/**
 * Quantiles of the standard normal distribution: algorithm AS 241, PPND16 (Wichura, Applied Statistics 37, 1988),
 * about 16 digits. Example: the quantile of 0.99 is 2.3263478740408408.
 */
final class Normal {
    private static final double[] CENTRE_OVER = { 3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427,
        13731.693765509461125, 45921.953931549871457, 67265.770927008700853, 33430.575583588128105,
        2509.0809287301226727 };
    private static final double[] CENTRE_UNDER = { 1, 42.313330701600911252, 687.18700749205790830,
        5394.1960214247511077, 21213.794301586595867, 39307.895800092710610, 28729.085735721942674,
        5226.4952788528545610 };
    private static final double[] TAIL_OVER = { 1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550,
        3.64784832476320460504, 1.27045825245236838258, 0.241780725177450611770, 0.0227238449892691845833,
        7.74545014278341407640e-4 };
    private static final double[] TAIL_UNDER = { 1, 2.05319162663775882187, 1.67638483018380384940,
        0.689767334985100004550, 0.148103976427480074590, 0.0151986665636164571966, 5.47593808499534494600e-4,
        1.05075007164441684324e-9 };
    private static final double[] FAR_OVER = { 6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580,
        0.296560571828504891230, 0.0265321895265761230930, 0.00124266094738807843860, 2.71155556874348757815e-5,
        2.01033439929228813265e-7 };
    private static final double[] FAR_UNDER = { 1, 0.599832206555887937690, 0.136929880922735805310,
        0.0148753612908506148525, 7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
        2.04426310338993978564e-15 };

    // After the coefficients, which it is made of.
    /** The quantile of 0.99: how many sigmas a p99 lies above a p50. */
    static final double Z99 = quantile(0.99);

    private Normal() {}

    /** The value that a standard normal variable stays below with probability {@code p}, 0 &lt; p &lt; 1. */
    static double quantile(double p) {
        double fromMiddle = p - 0.5;
        if (Math.abs(fromMiddle) <= 0.425) {
            double r = 0.180625 - fromMiddle * fromMiddle;
            return fromMiddle * ratio(CENTRE_OVER, CENTRE_UNDER, r);
        }
        double r = Math.sqrt(-StrictMath.log(fromMiddle < 0 ? p : 1 - p));
        double z = r <= 5 ? ratio(TAIL_OVER, TAIL_UNDER, r - 1.6) : ratio(FAR_OVER, FAR_UNDER, r - 5);
        return fromMiddle < 0 ? -z : z;
    }

    /**
     * The probability that a standard normal variable stays below {@code z}: Marsaglia's series (Journal of Statistical
     * Software 11, 2004), right to 1e-15 of the whole. Example: below 1.96 lies 0.9750021.
     */
    static double below(double z) {
        double sum = z;
        double term = z;
        for (int i = 3; Math.abs(term) > Math.ulp(sum) / 2; i += 2) {
            term *= z * z / i;
            sum += term;
        }
        return Math.clamp(0.5 + sum * StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * Math.PI), 0, 1);
    }

    private static double ratio(double[] over, double[] under, double r) {
        return polynomial(over, r) / polynomial(under, r);
    }

    private static double polynomial(double[] coefficients, double r) {
        double sum = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            sum = sum * r + coefficients[i];
        }
        return sum;
    }
}
