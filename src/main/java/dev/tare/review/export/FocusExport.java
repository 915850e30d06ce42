package dev.tare.review.export;

import dev.tare.review.Csv;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Cost;
import dev.tare.estate.EstateDocument.EstateCost;
import dev.tare.estate.EstateDocument.Service;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is paid for an estate in a month as FOCUS 1.3 Cost and Usage. Every registered cost is one charge, split into what
 * the work needs and the parts of the tare by their shares in the modelled cost of what runs today: allocated charges add up
 * to the charge to its last digit. Issuer and provider are the estate itself, as in any showback inside a house.
 */
@Component
final class FocusExport implements ExportFormat {
    /** Documented in docs/decisions/what-leaves-as-focus.md. */
    private static final String METHOD = "tare-estate-shares-1";
    private static final String UNIT = "Months";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String name() {
        return "focus";
    }

    @Override
    public String title() {
        return "FOCUS";
    }

    @Override
    public String holds() {
        return "What is paid a month, split into net and the parts of the tare in FOCUS 1.3 columns, for cost tools and finance.";
    }

    @Override
    public MediaType type() {
        return new MediaType("text", "csv");
    }

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public String write(Parcel parcel) {
        Csv csv = new Csv(FocusColumns.ALL);
        EstateDocument document = parcel.document();
        Optional<Weighed> today = parcel.today();
        Map<String, BigDecimal> shares = Split.of(today);
        Map<String, String> every = every(parcel, today.map(Weighed::shape).orElse(null));
        for (Service service : document.services()) {
            service.costs().forEach(cost -> charge(csv, every, shares, new Paid(service, cost), parcel));
        }
        for (EstateCost cost : document.costs()) {
            charge(csv, every, shares, new Paid(null, new Cost(cost.category(), cost.monthly(), cost.source())),
                    parcel);
        }
        return csv.text();
    }

    private record Paid(@Nullable Service service, Cost cost) {
        BigDecimal amount() {
            return Objects.requireNonNullElse(cost.monthly(), BigDecimal.ZERO);
        }

        boolean isCredit() {
            return amount().signum() < 0;
        }
    }

    /** What all rows say. */
    private static Map<String, String> every(Parcel parcel, @Nullable String shape) {
        LocalDate month = LocalDate.ofInstant(parcel.now(), ZoneOffset.UTC).withDayOfMonth(1);
        String name = parcel.document().name();
        Map<String, String> row = new LinkedHashMap<>();
        for (String period : new String[]{ "BillingPeriod", "ChargePeriod" }) {
            row.put(period + "Start", month + "T00:00:00Z");
            row.put(period + "End", month.plusMonths(1) + "T00:00:00Z");
        }
        row.put("BillingAccountId", parcel.estate().slug());
        row.put("BillingAccountName", name);
        row.put("BillingCurrency", parcel.currency());
        for (String who : new String[]{ "HostProviderName", "InvoiceIssuerName", "ProviderName", "PublisherName",
            "ServiceProviderName" }) {
            row.put(who, name);
        }
        row.put("x_TareShape", Objects.requireNonNullElse(shape, ""));
        return row;
    }

    private static void charge(Csv csv, Map<String, String> every, Map<String, BigDecimal> shares, Paid paid,
            Parcel parcel) {
        shares.forEach((component, share) -> {
            Map<String, String> row = new LinkedHashMap<>(every);
            money(row, paid, share);
            words(row, paid);
            if (!component.isEmpty()) {
                allocation(row, parcel, paid, component, share);
            }
            csv.row(row);
        });
    }

    private static void money(Map<String, String> row, Paid paid, BigDecimal share) {
        String amount = Csv.number(paid.amount().multiply(share));
        for (String cost : new String[]{ "BilledCost", "ContractedCost", "EffectiveCost", "ListCost" }) {
            row.put(cost, amount);
        }
        row.put("ChargeCategory", paid.isCredit() ? "Credit" : "Usage");
        row.put("ChargeFrequency", paid.isCredit() ? "One-Time" : "Recurring");
        row.put("PricingQuantity", paid.isCredit() ? "" : Csv.number(share.stripTrailingZeros()));
        row.put("PricingUnit", paid.isCredit() ? "" : UNIT);
    }

    private static void words(Map<String, String> row, Paid paid) {
        String category = paid.cost().category();
        row.put("ServiceCategory", FocusColumns.category(category));
        row.put("ServiceName", category == null || category.isBlank() ? "Hosting" : category);
        row.put("ChargeDescription", (paid.service() == null ? "No service" : paid.service().name()) + ": "
                + row.get("ServiceName") + ", a month");
        row.put("x_TareSource", Objects.requireNonNullElse(paid.cost().source(), ""));
        row.put("Tags", tags(paid.service()));
        String team = paid.service() == null ? null : paid.service().team();
        row.put("x_TareTeam", Objects.requireNonNullElse(team, ""));
    }

    private static String tags(@Nullable Service service) {
        ObjectNode tags = JSON.createObjectNode();
        if (service != null) {
            tags.put("service", service.name());
            if (service.team() != null) {
                tags.put("team", service.team());
            }
        }
        return tags.toString();
    }

    private static void allocation(Map<String, String> row, Parcel parcel, Paid paid, String component,
            BigDecimal share) {
        row.put("x_TareComponent", component);
        row.put("x_TareModelledShare", Csv.number(share.stripTrailingZeros()));
        row.put("AllocatedMethodId", METHOD);
        ObjectNode details = JSON.createObjectNode();
        details.putArray("Elements").addObject().put("AllocatedRatio", share.stripTrailingZeros())
                .put("UsageUnit", UNIT).put("UsageQuantity", share.stripTrailingZeros());
        row.put("AllocatedMethodDetails", details.toString());
        if (paid.service() != null) {
            String name = paid.service().name();
            row.put("AllocatedResourceId", parcel.estate().slug() + "/" + name + "/" + component);
            row.put("AllocatedResourceName", name);
            row.put("AllocatedTags", tags(paid.service()));
        }
    }
}
