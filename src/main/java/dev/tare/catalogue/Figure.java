package dev.tare.catalogue;

import java.math.BigDecimal;

/** Figures as their files write them. */
final class Figure {
    private Figure() {}

    /** Without an exponent and without trailing zeros. */
    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
