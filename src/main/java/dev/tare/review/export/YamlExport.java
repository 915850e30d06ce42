package dev.tare.review.export;

import dev.tare.estate.EstateFormat;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The estate document as YAML: what the API gives and takes. */
@Component
final class YamlExport implements ExportFormat {
    @Override
    public String name() {
        return "yaml";
    }

    @Override
    public String title() {
        return "Estate document (YAML)";
    }

    @Override
    public String holds() {
        return "The whole estate document, to keep in a repository or to read back here without a loss.";
    }

    @Override
    public MediaType type() {
        return MediaType.APPLICATION_YAML;
    }

    @Override
    public String extension() {
        return "yaml";
    }

    @Override
    public String write(Parcel parcel) {
        return EstateFormat.YAML.write(parcel.document());
    }
}
