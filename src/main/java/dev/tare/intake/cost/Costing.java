package dev.tare.intake.cost;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Cost;
import dev.tare.estate.EstateDocument.EstateCost;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What bills come to for one estate: costs for its services, and the rest for itself. A pure function of the bills, the
 * estate they are for and the rules people stated.
 *
 * @param currency the currency that counts: the estate's, or the bills' own when the estate has no money yet
 * @param services the costs of each service that has any
 * @param rest     what no service accounts for
 * @param files    by format, which files it came from
 * @param bills    for people: every bill with its total, and what became of it
 */
public record Costing(String currency, Map<String, List<Cost>> services, List<EstateCost> rest,
        Map<String, String> files, List<Bill> bills, List<Finding> findings) {
    private static final String USUAL = "USD";
    private static final int NAMED = 5;

    /** No money at all. */
    public static final Costing NONE = new Costing("", Map.of(), List.of(), Map.of(), List.of(), List.of());

    /**
     * Matches bills to the services of an estate.
     *
     * @param currencies those an estate can count in
     */
    public static Costing of(EstateDocument estate, List<Ledger> bills, List<Rule> rules, List<String> currencies) {
        if (bills.isEmpty()) {
            return NONE;
        }
        String currency = currency(estate, bills, currencies);
        Map<String, List<Cost>> services = new LinkedHashMap<>();
        List<EstateCost> rest = new ArrayList<>();
        List<Bill> read = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Ledger ledger : bills) {
            Matching matching = new Matching(estate.services(),
                    Stream.concat(ledger.rules().stream(), rules.stream()).toList());
            byCurrency(ledger).forEach((own, lines) -> {
                Posting posting = Posting.of(ledger, own, own.equals(currency) || own.isEmpty(), lines, matching);
                read.add(posting.bill());
                if (own.equals(currency) || own.isEmpty()) {
                    findings.addAll(posting.findings(currency));
                }
                posting.services().forEach((service, costs) -> services
                        .computeIfAbsent(service, _ -> new ArrayList<>()).addAll(costs));
                rest.addAll(posting.rest());
            });
        }
        leftOut(read, currency).ifPresent(findings::addFirst);
        Map<String, String> files = bills.stream()
                .collect(Collectors.toMap(Ledger::format, ledger -> String.join(", ", ledger.files()), (a, b) -> a));
        return new Costing(currency, services, rest, files, read, findings);
    }

    private static Optional<Finding> leftOut(List<Bill> read, String currency) {
        List<Bill> others = read.stream().filter(bill -> !bill.applied()).toList();
        String totals = others.stream().limit(NAMED)
                .map(bill -> bill.total().stripTrailingZeros().toPlainString() + " " + bill.currency())
                .collect(Collectors.joining(", "));
        String more = others.size() > NAMED ? " and " + (others.size() - NAMED) + " more" : "";
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(Severity.ERROR, "other-currency", "In other currencies than " + currency
                        + ", in which the estate counts: " + totals + more
                        + ". They are shown and left out: currencies are never mixed.",
                        "Import them into an estate that counts in their currency."));
    }

    private static Map<String, List<CostLine>> byCurrency(Ledger ledger) {
        return ledger.lines().stream().collect(Collectors.groupingBy(CostLine::currency, TreeMap::new,
                Collectors.toList()));
    }

    /** A draft's document with this money in it. */
    public EstateDocument stated(EstateDocument draft) {
        List<Service> all = new ArrayList<>(draft.services().stream()
                .map(service -> service.withCosts(services.getOrDefault(service.name(), service.costs()),
                        service.provenance()))
                .toList());
        Set<String> known = all.stream().map(Service::name).collect(Collectors.toSet());
        services.forEach((name, costs) -> {
            if (known.add(name)) {
                all.add(Service.named(name).withCosts(costs, List.of()));
            }
        });
        return draft.withServices(all).withCosts(rest);
    }

    private static String currency(EstateDocument estate, List<Ledger> bills, List<String> currencies) {
        if (estate.currency() != null) {
            return estate.currency();
        }
        Set<String> named = bills.stream().flatMap(ledger -> ledger.totals().keySet().stream())
                .filter(currency -> !currency.isEmpty()).collect(Collectors.toSet());
        boolean only = named.size() == 1 && currencies.containsAll(named) && !hasMoney(estate);
        return only ? named.iterator().next() : USUAL;
    }

    private static boolean hasMoney(EstateDocument estate) {
        return !estate.costs().isEmpty() || estate.services().stream().anyMatch(service -> !service.costs().isEmpty())
                || estate.teams().stream().anyMatch(team -> team.monthlyBudget() != null);
    }

    /** The format that a cost line of an estate came from, by the start of its source; empty when it was typed. */
    public String formatOf(@Nullable String source) {
        String text = Objects.requireNonNullElse(source, "");
        return files.keySet().stream().filter(format -> text.startsWith(format + ": ")).findFirst().orElse("");
    }
}
