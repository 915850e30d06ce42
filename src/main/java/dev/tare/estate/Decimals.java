package dev.tare.estate;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Amounts of money in decimals, each written one way. */
final class Decimals {
    /** Digits before the point; more is no amount of money. */
    static final int MOST_DIGITS = 30;
    /** Digits behind it: exports that went through binary numbers write 55 of them. */
    static final int MOST_DECIMALS = 100;

    private Decimals() {}

    /** The same amount without zeros at its end; what is no amount of money is left for the check to refuse. */
    static @Nullable BigDecimal plain(@Nullable BigDecimal amount) {
        if (amount == null || !isAmount(amount)) {
            return amount;
        }
        BigDecimal bare = amount.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    /** Whether it has no more digits than money has. Looks at no digit: 1e999999999 is refused before it is written out. */
    static boolean isAmount(BigDecimal amount) {
        return amount.scale() <= MOST_DECIMALS && (long) amount.precision() - amount.scale() <= MOST_DIGITS;
    }
}
