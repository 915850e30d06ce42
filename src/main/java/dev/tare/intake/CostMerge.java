package dev.tare.intake;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Cost;
import dev.tare.estate.EstateDocument.EstateCost;
import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.Merged.Change;
import dev.tare.intake.Merged.Item;
import dev.tare.intake.cost.Costing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Joins what bills come to into an estate. A bill replaces what the last bill of its format said, for every service and
 * for the estate: money that moved to another service is not counted twice. Lines that people typed stay, and so do
 * amounts they typed over.
 */
final class CostMerge {
    private final Merged merged;
    private final Costing costing;
    private final List<Item> added;
    private final List<Item> changed;
    private final List<Item> unchanged;
    private final List<Finding> findings;

    private CostMerge(Merged merged, Costing costing) {
        this.merged = merged;
        this.costing = costing;
        this.added = new ArrayList<>(merged.added());
        this.changed = new ArrayList<>(merged.changed());
        this.unchanged = new ArrayList<>(merged.unchanged());
        this.findings = new ArrayList<>(merged.findings());
    }

    static Merged into(Merged merged, Costing costing) {
        return costing.files().isEmpty() ? merged : new CostMerge(merged, costing).joined();
    }

    private Merged joined() {
        findings.addAll(costing.findings());
        EstateDocument document = merged.document();
        List<Service> services = document.services().stream().map(this::service).toList();
        List<EstateCost> rest = rest(document.costs());
        boolean paid = !rest.isEmpty() || services.stream().anyMatch(service -> !service.costs().isEmpty());
        String currency = document.currency() == null && paid ? costing.currency() : document.currency();
        return new Merged(document.withServices(services).withCosts(rest).stating(document.name(), currency,
                document.today()), added, changed, unchanged, findings);
    }

    private Service service(Service service) {
        List<Cost> read = costing.services().getOrDefault(service.name(), List.of());
        List<Cost> typedOver = service.costs().stream().filter(cost -> !format(cost).isEmpty())
                .filter(cost -> !isClaimed(service, cost)).toList();
        List<Cost> costs = new ArrayList<>(service.costs().stream()
                .filter(cost -> format(cost).isEmpty() || typedOver.contains(cost)).toList());
        List<Cost> taken = read.stream().filter(cost -> typedOver.stream().noneMatch(isAlike(cost))).toList();
        typedOver.forEach(cost -> findings.add(kept(service, cost, read)));
        if (!costs.isEmpty() && !taken.isEmpty() && typedOver.size() < costs.size()) {
            findings.add(beside(service));
        }
        costs.addAll(taken);
        account(service, costs);
        return costs.equals(service.costs()) ? service : service.withCosts(costs, provenance(service, taken));
    }

    private String format(Cost cost) {
        return costing.formatOf(cost.source());
    }

    private boolean isClaimed(Service service, Cost cost) {
        return service.provenance().stream().anyMatch(entry -> Objects.equals(entry.format(), format(cost))
                && Objects.equals(entry.detail(), claim(cost)));
    }

    static String claim(Cost cost) {
        return about(cost.category()) + " = " + text(cost.monthly());
    }

    private static String about(@Nullable String category) {
        return category == null ? "costs" : "costs[" + category + "]";
    }

    private static String text(@Nullable BigDecimal amount) {
        return amount == null ? "nothing" : amount.toPlainString();
    }

    private Predicate<Cost> isAlike(Cost cost) {
        return other -> Objects.equals(other.category(), cost.category()) && format(other).equals(format(cost));
    }

    private List<Provenance> provenance(Service service, List<Cost> taken) {
        Stream<Provenance> others = service.provenance().stream()
                .filter(entry -> !costing.files().containsKey(String.valueOf(entry.format()))
                        || !String.valueOf(entry.detail()).startsWith("costs"));
        Stream<Provenance> claims = taken.stream()
                .map(cost -> new Provenance(format(cost), costing.files().get(format(cost)), claim(cost)));
        return Stream.concat(others, claims).toList();
    }

    private void account(Service service, List<Cost> costs) {
        boolean isNew = added.stream().anyMatch(item -> item.kind().equals("service")
                && item.name().equals(service.name()));
        List<Change> changes = new ArrayList<>();
        Stream.concat(service.costs().stream(), costs.stream()).map(Cost::category).distinct().forEach(category -> {
            String from = sum(service.costs(), category);
            String to = sum(costs, category);
            if (!Objects.equals(from, to)) {
                changes.add(new Change(about(category), from, to));
            }
        });
        if (!isNew && !changes.isEmpty()) {
            add("service", service.name(), changes);
        } else if (!isNew && costing.services().containsKey(service.name())) {
            addUnchanged("service", service.name());
        }
    }

    private static @Nullable String sum(List<Cost> costs, @Nullable String category) {
        return costs.stream().filter(cost -> Objects.equals(cost.category(), category)).map(Cost::monthly)
                .filter(Objects::nonNull).reduce(BigDecimal::add).map(BigDecimal::stripTrailingZeros)
                .map(BigDecimal::toPlainString).orElse(null);
    }

    /** To what the import changes of the same thing already. */
    private void add(String kind, String name, List<Change> changes) {
        Predicate<Item> same = item -> item.kind().equals(kind) && item.name().equals(name);
        List<Change> all = new ArrayList<>(changed.stream().filter(same).flatMap(item -> item.changes().stream())
                .toList());
        all.addAll(changes);
        changed.removeIf(same);
        unchanged.removeIf(same);
        changed.add(new Item(kind, name, List.copyOf(all)));
    }

    private void addUnchanged(String kind, String name) {
        Predicate<Item> same = item -> item.kind().equals(kind) && item.name().equals(name);
        if (changed.stream().noneMatch(same) && unchanged.stream().noneMatch(same)) {
            unchanged.add(new Item(kind, name, List.of()));
        }
    }

    private List<EstateCost> rest(List<EstateCost> known) {
        List<EstateCost> rest = new ArrayList<>(
                known.stream().filter(cost -> costing.formatOf(cost.source()).isEmpty()).toList());
        for (EstateCost read : costing.rest()) {
            List<EstateCost> before = known.stream().filter(isAlike(read)).toList();
            rest.add(new EstateCost(read.category(), read.monthly(), read.source(),
                    before.stream().anyMatch(EstateCost::counts)));
            account(read, before);
        }
        known.stream().filter(cost -> !costing.formatOf(cost.source()).isEmpty())
                .filter(cost -> costing.rest().stream().noneMatch(isAlike(cost)))
                .forEach(gone -> add("cost", label(gone), List.of(new Change("monthly", text(gone.monthly()), null))));
        return rest;
    }

    private Predicate<EstateCost> isAlike(EstateCost cost) {
        return other -> Objects.equals(other.category(), cost.category())
                && costing.formatOf(other.source()).equals(costing.formatOf(cost.source()));
    }

    private void account(EstateCost read, List<EstateCost> before) {
        if (before.isEmpty()) {
            added.add(new Item("cost", label(read), List.of()));
        } else if (Objects.equals(before.getFirst().monthly(), read.monthly())) {
            addUnchanged("cost", label(read));
        } else {
            add("cost", label(read), List.of(new Change("monthly", text(before.getFirst().monthly()),
                    text(read.monthly()))));
        }
    }

    private static String label(EstateCost cost) {
        return Objects.requireNonNullElse(cost.category(), "no category") + ", unmatched";
    }

    private Finding kept(Service service, Cost cost, List<Cost> read) {
        String said = read.stream().filter(isAlike(cost)).findFirst().map(Cost::monthly).map(BigDecimal::toPlainString)
                .orElse("nothing");
        return new Finding(Severity.WARNING, "kept", null, null,
                "services[" + service.name() + "]." + about(cost.category()), service.name() + ": "
                        + about(cost.category()) + " stays " + text(cost.monthly()) + "; the bill says " + said + ".",
                "Take the line away and import again to take the imported amount.");
    }

    private static Finding beside(Service service) {
        return new Finding(Severity.WARNING, "typed-costs-beside", null, null,
                "services[" + service.name() + "].costs",
                service.name() + " has costs of its own beside those of this bill.",
                "If they are the same money, take the typed ones away.");
    }
}
