package dev.tare.review.export;

import dev.tare.review.Csv;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Cost;
import dev.tare.estate.EstateDocument.EstateCost;
import dev.tare.estate.EstateDocument.Image;
import dev.tare.estate.EstateDocument.Resource;
import dev.tare.estate.EstateDocument.Runtime;
import dev.tare.estate.EstateDocument.Service;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * One row a service, for a spreadsheet: what is registered, what it is billed, and its part of the tare of what runs today.
 * A last row without a service holds the money that no service accounts for, so that the column adds up to the bill.
 */
@Component
final class CsvExport implements ExportFormat {
    /** As the import of spreadsheets calls them, units in brackets. */
    private static final List<String> COLUMNS = List.of("service", "team", "kind", "namespace", "language",
            "language version", "replicas", "cpu request", "cpu used", "memory request (bytes)", "memory used (bytes)",
            "image", "image compressed (bytes)", "deploys per month", "calls in", "calls out", "currency",
            "billed monthly", "tare monthly");

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String title() {
        return "CSV";
    }

    @Override
    public String holds() {
        return "One row a service with what is registered, billed and carried of the tare, for any spreadsheet.";
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
        Csv csv = new Csv(COLUMNS);
        List<Service> services = parcel.document().services();
        Optional<double[]> tare = parcel.today().map(today -> today.bill().carriers());
        Map<String, Long> in = count(parcel.document().calls().stream().map(Call::to));
        Map<String, Long> out = count(parcel.document().calls().stream().map(Call::from));
        for (int place = 0; place < services.size(); place++) {
            int at = place;
            Map<String, String> row = row(services.get(place), parcel);
            row.put("calls in", Csv.number(in.getOrDefault(services.get(place).name(), 0L)));
            row.put("calls out", Csv.number(out.getOrDefault(services.get(place).name(), 0L)));
            row.put("tare monthly", tare.map(carried -> Csv.number(carried[at])).orElse(""));
            csv.row(row);
        }
        if (!parcel.document().costs().isEmpty()) {
            csv.row(Map.of("currency", parcel.currency(), "billed monthly",
                    Csv.number(sum(parcel.document().costs().stream().map(EstateCost::monthly)))));
        }
        return csv.text();
    }

    private static Map<String, String> row(Service service, Parcel parcel) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("service", words(service.name()));
        row.put("team", words(service.team()));
        row.put("kind", words(service.kind()));
        row.put("namespace", words(service.namespace()));
        Runtime runtime = service.runtime();
        row.put("language", runtime == null ? "" : words(runtime.language()));
        row.put("language version", runtime == null ? "" : words(runtime.version()));
        row.put("replicas", Csv.number(service.replicas()));
        resource(row, "cpu", "", service.cpu());
        resource(row, "memory", " (bytes)", service.memory());
        Image image = service.image();
        row.put("image", image == null ? "" : words(image.reference()));
        row.put("image compressed (bytes)", image == null ? "" : Csv.number(image.compressedBytes()));
        row.put("deploys per month", Csv.number(service.deploysPerMonth()));
        row.put("currency", parcel.currency());
        row.put("billed monthly", service.costs().isEmpty()
                ? ""
                : Csv.number(sum(service.costs().stream().map(Cost::monthly))));
        return row;
    }

    private static void resource(Map<String, String> row, String name, String unit, @Nullable Resource resource) {
        row.put(name + " request" + unit, resource == null ? "" : Csv.number(resource.request()));
        row.put(name + " used" + unit, resource == null ? "" : Csv.number(resource.used()));
    }

    private static Map<String, Long> count(Stream<String> ends) {
        return ends.collect(Collectors.groupingBy(end -> end, Collectors.counting()));
    }

    private static BigDecimal sum(Stream<@Nullable BigDecimal> amounts) {
        return amounts.filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Text that a spreadsheet takes for text: a name that starts like a formula would be run when the file is opened. */
    private static String words(@Nullable String text) {
        String plain = Objects.requireNonNullElse(text, "");
        return plain.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + plain : plain;
    }
}
