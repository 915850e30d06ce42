package dev.tare.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Cost;
import dev.tare.estate.EstateDocument.EstateCost;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.intake.Merged.Change;
import dev.tare.intake.Merged.Item;
import dev.tare.intake.cost.Bought;
import dev.tare.intake.cost.Costing;
import dev.tare.intake.cost.Ledger;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CostMergeTest {
    private static final EstateDocument SHOP = EstateDocument.named("Shop")
            .withServices(List.of(Service.named("cart"), Service.named("mail")));
    private static final Ledger MAY = Bought.in("2026-05", "cart compute 10", "cart store 1.5", "mail compute 3",
            "nobody support 7");

    private static Merged join(EstateDocument estate, Ledger... bills) {
        Merged merged = Merge.into(estate, EstateDocument.named("Shop"));
        return CostMerge.into(merged, Costing.of(estate, List.of(bills), List.of(), List.of("USD")));
    }

    private static Service service(EstateDocument estate, String name) {
        return estate.services().stream().filter(service -> service.name().equals(name)).findFirst().orElseThrow();
    }

    private static List<String> costs(EstateDocument estate, String name) {
        return service(estate, name).costs().stream().map(cost -> cost.category() + " " + cost.monthly()).toList();
    }

    private static BigDecimal allMoney(EstateDocument estate) {
        return Stream.concat(
                estate.services().stream().flatMap(service -> service.costs().stream()).map(Cost::monthly),
                estate.costs().stream().map(EstateCost::monthly)).map(Objects::requireNonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void fillsCostsAndKeepsTheRestInSight() {
        Merged merged = join(SHOP, MAY);
        assertThat(costs(merged.document(), "cart")).containsExactly("compute 10", "store 1.5");
        assertThat(merged.document().costs()).containsExactly(new EstateCost("support", new BigDecimal(7),
                "focus: billed cost, May 2026, unmatched", false));
        assertThat(merged.document().currency()).isEqualTo("USD");
        assertThat(merged.changed()).contains(new Item("service", "mail",
                List.of(new Change("costs[compute]", null, "3"))));
        assertThat(merged.added()).contains(new Item("cost", "support, unmatched", List.of()));
    }

    @Test
    void changesNothingTheSecondTime() {
        EstateDocument once = join(SHOP, MAY).document();
        Merged twice = join(once, MAY);
        assertThat(twice.document()).isEqualTo(once);
        assertThat(twice.changesNothing()).isTrue();
    }

    @Test
    void nextMonthReplacesWhatTheLastOneSaid() {
        EstateDocument may = join(SHOP, MAY).document();
        EstateDocument counted = may.withCosts(may.costs().stream()
                .map(cost -> new EstateCost(cost.category(), cost.monthly(), cost.source(), true)).toList());
        Merged june = join(counted, Bought.in("2026-06", "cart compute 11", "nobody support 8"));
        assertThat(costs(june.document(), "cart")).containsExactly("compute 11");
        assertThat(costs(june.document(), "mail")).isEmpty();
        assertThat(allMoney(june.document())).isEqualByComparingTo("19");
        assertThat(june.document().costs().getFirst().counts()).as("what somebody decided").isTrue();
        assertThat(june.changed()).extracting(Item::name).containsExactlyInAnyOrder("cart", "mail",
                "support, unmatched");
        assertThat(join(june.document(), MAY).document().withCosts(List.of())).isEqualTo(may.withCosts(List.of()));
    }

    @Test
    void leavesWhatPeopleTyped() {
        Service typed = service(SHOP, "cart").withCosts(
                List.of(new Cost("licence", new BigDecimal(5), "contract"), new Cost("compute", BigDecimal.ONE, null)),
                List.of());
        Merged merged = join(SHOP.withServices(List.of(typed, Service.named("mail"))), MAY);
        assertThat(costs(merged.document(), "cart")).containsExactly("licence 5", "compute 1", "compute 10",
                "store 1.5");
        assertThat(merged.findings()).extracting(Finding::code).contains("typed-costs-beside");
    }

    @Test
    void leavesAnAmountThatWasTypedOver() {
        EstateDocument may = join(SHOP, MAY).document();
        Service cart = service(may, "cart");
        Cost typed = new Cost("compute", new BigDecimal(99), cart.costs().getFirst().source());
        EstateDocument changed = may.withServices(List.of(
                cart.withCosts(List.of(typed, cart.costs().getLast()), cart.provenance()), service(may, "mail")));
        Merged june = join(changed, Bought.in("2026-06", "cart compute 11"));
        assertThat(costs(june.document(), "cart")).containsExactly("compute 99");
        assertThat(june.findings()).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo("kept");
            assertThat(finding.message()).contains("99").contains("11");
        });
    }

    /** Whatever is bought: all of the money is in the estate, in the cents it was paid in, and nowhere twice. */
    @Test
    void losesNoCent() {
        Random random = new Random(4);
        EstateDocument estate = SHOP;
        for (int round = 0; round < 200; round++) {
            List<String> lines = new ArrayList<>();
            BigDecimal paid = BigDecimal.ZERO;
            for (int i = random.nextInt(1, 9); i > 0; i--) {
                BigDecimal amount = BigDecimal.valueOf(random.nextLong(-1_000_000, 9_000_000), random.nextInt(12));
                paid = paid.add(amount);
                lines.add(List.of("cart", "mail", "nobody", "none").get(random.nextInt(4)) + " "
                        + List.of("a", "b").get(random.nextInt(2)) + " " + amount.toPlainString());
            }
            Merged merged = join(estate, Bought.in("2026-05", lines.toArray(String[]::new)));
            assertThat(allMoney(merged.document())).as(lines.toString()).isEqualByComparingTo(paid);
            estate = merged.document();
        }
    }
}
