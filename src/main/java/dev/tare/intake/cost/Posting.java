package dev.tare.intake.cost;

import dev.tare.estate.EstateDocument.Cost;
import dev.tare.estate.EstateDocument.EstateCost;
import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.cost.Bill.Group;
import dev.tare.intake.cost.Matching.How;
import dev.tare.intake.cost.Matching.Match;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The lines of one ledger in one currency, each with the service that it is for. */
final class Posting {
    private static final int MOST_GROUPS = 500;

    private final Ledger ledger;
    private final String currency;
    private final boolean applied;
    private final Month month;
    private final BigDecimal total;
    private final long rows;
    private final List<Posted> posted = new ArrayList<>();

    private Posting(Ledger ledger, String currency, boolean applied, List<CostLine> lines) {
        this.ledger = ledger;
        this.currency = currency;
        this.applied = applied;
        this.month = Month.of(ledger, lines);
        this.total = lines.stream().map(CostLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        this.rows = lines.stream().mapToLong(CostLine::rows).sum();
    }

    private record Posted(CostLine line, Match match) {}

    private record Key(@Nullable String service, String label, String value, How how) {}

    static Posting of(Ledger ledger, String currency, boolean applied, List<CostLine> lines, Matching matching) {
        Posting posting = new Posting(ledger, currency, applied, lines);
        posting.month.lines().forEach(line -> posting.posted.add(new Posted(line, matching.of(line))));
        return posting;
    }

    /** Costs by service and category. */
    Map<String, List<Cost>> services() {
        Map<String, Map<String, BigDecimal>> sums = new TreeMap<>();
        for (Posted one : posted) {
            String service = one.match().service();
            if (applied && service != null) {
                sums.computeIfAbsent(service, _ -> new TreeMap<>()).merge(one.line().category(), one.line().amount(),
                        BigDecimal::add);
            }
        }
        Map<String, List<Cost>> services = new LinkedHashMap<>();
        sums.forEach((service, categories) -> services.put(service, categories.entrySet().stream()
                .filter(sum -> sum.getValue().signum() != 0)
                .map(sum -> new Cost(named(sum.getKey()), sum.getValue(), source())).toList()));
        return services;
    }

    /** What no service accounts for, by category. */
    List<EstateCost> rest() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        posted.stream().filter(one -> applied && one.match().service() == null)
                .forEach(one -> sums.merge(one.line().category(), one.line().amount(), BigDecimal::add));
        return sums.entrySet().stream().filter(sum -> sum.getValue().signum() != 0)
                .map(sum -> new EstateCost(named(sum.getKey()), sum.getValue(), source() + ", unmatched", false))
                .toList();
    }

    private static @Nullable String named(String category) {
        return category.isEmpty() ? null : category;
    }

    private String source() {
        return ledger.format() + ": " + ledger.measure() + ", " + month.words();
    }

    Bill bill() {
        return new Bill(ledger.format(), ledger.files(), ledger.measure(), currency, applied, rows, total,
                month.words(), sum(posted), matched(), sum(posted).subtract(matched()), groups());
    }

    private BigDecimal matched() {
        return sum(posted.stream().filter(one -> one.match().service() != null).toList());
    }

    private static BigDecimal sum(List<Posted> some) {
        return some.stream().map(one -> one.line().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<Group> groups() {
        Map<Key, List<Posted>> keys = new LinkedHashMap<>();
        posted.forEach(one -> keys.computeIfAbsent(new Key(one.match().service(), one.match().label(),
                one.match().value(), one.match().how()), _ -> new ArrayList<>()).add(one));
        List<Group> groups = new ArrayList<>(keys.entrySet().stream().map(key -> group(key.getKey(), key.getValue()))
                .sorted(Comparator.comparing((Group group) -> group.monthly().abs()).reversed()).toList());
        return groups.size() > MOST_GROUPS ? groups.subList(0, MOST_GROUPS) : groups;
    }

    private static Group group(Key key, List<Posted> some) {
        return new Group(key.label(), key.value(), key.service(), key.how().name().toLowerCase(Locale.ROOT),
                some.stream().mapToLong(one -> one.line().rows()).sum(), sum(some));
    }

    List<Finding> findings(String estates) {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.of(Severity.INFO, "bill", ledger.format() + ": " + ledger.measure() + " of "
                + money(total) + " in " + rows + " rows; a month is " + money(sum(posted)) + " (" + month.words()
                + "), of which " + money(matched()) + " is matched to services.", month.remark()));
        BigDecimal rest = sum(posted).subtract(matched());
        if (rest.signum() != 0) {
            findings.add(Finding.of(Severity.WARNING, "unmatched-costs",
                    money(rest) + " a month is matched to no service. It stays visible as the estate's own.",
                    "Say below whose it is, by a tag, a resource or a product."));
        }
        if (currency.isEmpty()) {
            findings.add(Finding.of(Severity.INFO, "no-currency",
                    "The amounts name no currency; they are taken for " + estates + ".", null));
        }
        return findings;
    }

    private String money(BigDecimal amount) {
        String plain = amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
        return currency.isEmpty() ? plain : plain + " " + currency;
    }
}
