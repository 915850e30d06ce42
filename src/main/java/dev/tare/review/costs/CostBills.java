package dev.tare.review.costs;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Cost;
import dev.tare.estate.EstateDocument.EstateCost;
import dev.tare.review.costs.CostsView.Billed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Hosting costs as they are registered, in decimals. */
record CostBills(EstateDocument estate, CostWriter writer) {
    private record Amount(String category, BigDecimal monthly) {
        static Stream<Amount> of(String where, @Nullable String category, @Nullable BigDecimal monthly) {
            return monthly == null
                    ? Stream.empty()
                    : Stream.of(new Amount(where + Objects.requireNonNullElse(category, "other"), monthly));
        }
    }

    List<Billed> byCategory() {
        Map<String, BigDecimal> sums = amounts().collect(Collectors.toMap(Amount::category, Amount::monthly,
                BigDecimal::add, TreeMap::new));
        return sums.entrySet().stream().sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed())
                .map(each -> new Billed(each.getKey(), writer.money(each.getValue().doubleValue()))).toList();
    }

    String total() {
        return writer.money(amounts().map(Amount::monthly).reduce(BigDecimal.ZERO, BigDecimal::add).doubleValue());
    }

    private Stream<Amount> amounts() {
        return Stream.concat(estate.services().stream().flatMap(service -> service.costs().stream()).flatMap(this::of),
                estate.costs().stream().filter(EstateCost::counts)
                        .flatMap(cost -> Amount.of("no service: ", cost.category(), cost.monthly())));
    }

    private Stream<Amount> of(Cost cost) {
        return Amount.of("", cost.category(), cost.monthly());
    }
}
