package dev.tare.intake.cost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Ledgers for tests: what was paid in a month, by the name it is for. */
public final class Bought {
    private Bought() {}

    /** {@code "cart compute 12.5"}: for whom, what, how much. */
    public static Ledger in(String month, String... lines) {
        List<CostLine> all = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ");
            all.add(new CostLine("USD", month, words[1], Map.of(Label.NAME, words[0]), new BigDecimal(words[2]), 1));
        }
        return new Ledger("focus", "billed cost", List.of("bill.csv"), Ledger.Span.LAST, null, null, null, all,
                List.of());
    }
}
