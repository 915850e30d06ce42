package dev.tare.review.export;

import dev.tare.estate.EstateDocument.Service;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Which services share a process, as co-location groups of Service Weaver. */
@Component
final class WeaverExport implements ExportFormat {
    @Override
    public String name() {
        return "weaver";
    }

    @Override
    public String title() {
        return "Service Weaver groups";
    }

    @Override
    public String holds() {
        return "Which services to run in one process, as advised or as a preset groups them, in Service Weaver's TOML.";
    }

    @Override
    public MediaType type() {
        return new MediaType("application", "toml");
    }

    @Override
    public String extension() {
        return "toml";
    }

    @Override
    public String write(Parcel parcel) {
        List<Service> services = parcel.document().services();
        List<List<Integer>> units = services.isEmpty() ? List.of() : Parcel.units(parcel.advised());
        String groups = units.stream().map(unit -> "  [" + unit.stream()
                .map(service -> quoted(services.get(service).name())).collect(Collectors.joining(", ")) + "],\n")
                .collect(Collectors.joining());
        return "# " + Graph.line(parcel.document().name())
                + ": one group is one process.\n[serviceweaver]\ncolocate = [\n"
                + groups + "]\n";
    }

    private static String quoted(String text) {
        return "\"" + Graph.line(text).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
