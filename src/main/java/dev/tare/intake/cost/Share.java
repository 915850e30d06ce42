package dev.tare.intake.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Amounts as a share of themselves that add up: what rounding takes from one is given to the largest. */
final class Share {
    /** As many digits as invoices have. */
    static final int DECIMALS = 10;

    private Share() {}

    /** Every amount times a fraction; together they are the rounded fraction of their sum. */
    static List<BigDecimal> of(List<BigDecimal> amounts, BigDecimal numerator, BigDecimal denominator) {
        List<BigDecimal> shares = new ArrayList<>();
        amounts.forEach(amount -> shares.add(fraction(amount, numerator, denominator)));
        BigDecimal wanted = fraction(sum(amounts), numerator, denominator);
        BigDecimal missing = wanted.subtract(sum(shares));
        if (missing.signum() != 0) {
            int largest = largest(amounts);
            shares.set(largest, shares.get(largest).add(missing));
        }
        return shares;
    }

    private static BigDecimal fraction(BigDecimal amount, BigDecimal numerator, BigDecimal denominator) {
        return amount.multiply(numerator).divide(denominator, DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static int largest(List<BigDecimal> amounts) {
        int largest = 0;
        for (int i = 1; i < amounts.size(); i++) {
            if (amounts.get(i).abs().compareTo(amounts.get(largest).abs()) > 0) {
                largest = i;
            }
        }
        return largest;
    }
}
