package dev.tare.review.export;

import dev.tare.comparison.Answer.Weighed;
import dev.tare.engine.Bill;
import dev.tare.engine.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The shares of net and of each part of the tare in the modelled cost of what runs today. They are exact and sum to 1. */
final class Split {
    static final String NET = "net";
    private static final int DECIMALS = 10;

    private Split() {}

    /** By component; all of it is of one unknown component where nothing could be weighed. */
    static Map<String, BigDecimal> of(Optional<Weighed> today) {
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        today.ifPresent(weighed -> fill(shares, weighed.bill()));
        return shares.isEmpty() ? Map.of("", BigDecimal.ONE) : shares;
    }

    private static void fill(Map<String, BigDecimal> shares, Bill bill) {
        double net = cost(bill, bill.net());
        double gross = net;
        Map<String, Double> parts = new LinkedHashMap<>(Map.of(NET, net));
        for (Bill.Line line : bill.lines()) {
            if (line.measure() == Measure.COST && line.range().likely() > 0) {
                parts.merge(line.part().name().toLowerCase(Locale.ROOT), line.range().likely(), Double::sum);
                gross += line.range().likely();
            }
        }
        if (gross > 0 && Double.isFinite(gross)) {
            double all = gross;
            parts.forEach((part, cost) -> shares.put(part,
                    BigDecimal.valueOf(cost / all).setScale(DECIMALS, RoundingMode.DOWN)));
            BigDecimal given = shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            shares.merge(NET, BigDecimal.ONE.subtract(given), BigDecimal::add);
            shares.values().removeIf(share -> share.signum() == 0);
        }
    }

    private static double cost(Bill bill, Map<Measure, dev.tare.engine.Range> measures) {
        return Math.max(0, Objects.requireNonNull(measures.get(Measure.COST), bill.scenario()).likely());
    }
}
