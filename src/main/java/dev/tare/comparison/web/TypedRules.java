package dev.tare.comparison.web;

import dev.tare.site.Invalid.Problem;
import dev.tare.site.Money;
import dev.tare.site.Quantity;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Reads quantities as people and programs type them, and gathers what is wrong by place. */
record TypedRules(String currency, List<Problem> problems) {
    /** A number without a unit is bytes from here on; below it is a slip. */
    private static final double FEWEST_BYTES = 1e6;

    double money(String path, @Nullable String written) {
        String bare = written == null ? "" : Money.bare(written, currency);
        return positive(path, written, Quantity.MONEY.parse(bare), Money.expected(currency));
    }

    double memory(String path, String written) {
        OptionalDouble bytes = Quantity.MEMORY.parse(written);
        OptionalDouble plain = Quantity.NUMBER.parse(written);
        boolean bare = bytes.isEmpty() && plain.isPresent() && plain.getAsDouble() >= FEWEST_BYTES;
        return positive(path, written, bare ? plain : bytes, Quantity.MEMORY.expected());
    }

    double time(String path, String written) {
        return positive(path, written, Quantity.TIME.parse(written), Quantity.TIME.expected());
    }

    private double positive(String path, @Nullable String written, OptionalDouble read, String expected) {
        if (read.isPresent() && read.getAsDouble() > 0) {
            return read.getAsDouble();
        }
        problems.add(Problem.at(path, expected, written == null ? "nothing" : written.strip()));
        return 1;
    }
}
