package dev.tare.review.export;

import dev.tare.estate.EstateFormat;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The estate document as JSON: what the API gives and takes. */
@Component
final class JsonExport implements ExportFormat {
    @Override
    public String name() {
        return "json";
    }

    @Override
    public String title() {
        return "Estate document (JSON)";
    }

    @Override
    public String holds() {
        return "The whole estate document, to keep or to read back here without a loss.";
    }

    @Override
    public MediaType type() {
        return MediaType.APPLICATION_JSON;
    }

    @Override
    public String extension() {
        return "json";
    }

    @Override
    public String write(Parcel parcel) {
        return EstateFormat.JSON.write(parcel.document());
    }
}
