package dev.tare.review.export;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of FOCUS 1.3's Cost and Usage that an estate can fill, and the words it allows in them. */
final class FocusColumns {
    /** Mandatory ones first as the specification lists them, then allocation, then tare's own. */
    static final List<String> ALL = List.of("AllocatedMethodDetails", "AllocatedMethodId", "AllocatedResourceId",
            "AllocatedResourceName", "AllocatedTags", "BilledCost", "BillingAccountId", "BillingAccountName",
            "BillingCurrency", "BillingPeriodEnd", "BillingPeriodStart", "ChargeCategory", "ChargeClass",
            "ChargeDescription", "ChargeFrequency", "ChargePeriodEnd", "ChargePeriodStart", "ContractedCost",
            "EffectiveCost", "HostProviderName", "InvoiceIssuerName", "ListCost", "PricingQuantity", "PricingUnit",
            "ProviderName", "PublisherName", "ServiceCategory", "ServiceName", "ServiceProviderName", "Tags",
            "x_TareComponent", "x_TareModelledShare", "x_TareShape", "x_TareSource", "x_TareTeam");

    private static final List<String> CATEGORIES = List.of("AI and Machine Learning", "Analytics",
            "Business Applications", "Compute", "Databases", "Developer Tools", "Identity", "Integration",
            "Internet of Things", "Management and Governance", "Media", "Migration", "Mobile", "Multicloud",
            "Networking", "Security", "Storage", "Web");
    private static final String OTHER = "Other";
    /** What people write instead, by its beginning. */
    private static final Map<String, String> USUAL = Map.of("database", "Databases", "data store", "Databases",
            "network", "Networking", "traffic", "Networking", "virtual machine", "Compute", "cluster", "Compute",
            "server", "Compute", "monitoring", "Management and Governance", "log", "Management and Governance");

    private FocusColumns() {}

    /** The one of FOCUS's categories that a category in any words is. */
    static String category(@Nullable String words) {
        String said = words == null ? "" : words.strip().toLowerCase(Locale.ROOT);
        return CATEGORIES.stream().filter(known -> known.toLowerCase(Locale.ROOT).equals(said)).findFirst()
                .or(() -> USUAL.keySet().stream().filter(said::startsWith).sorted().findFirst().map(USUAL::get))
                .orElse(OTHER);
    }
}
