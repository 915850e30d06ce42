package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.FieldDefault;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Figures.Writing;
import dev.tare.site.NotFound;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The service a label is about.
 *
 * @param at by position in the estate
 */
record Labelled(Snapshot estate, int at, Service service, Catalogue catalogue, Writer writer) {
    private static final String USED = ".used";

    /**
     * A field of it in words.
     *
     * @param amount the value; NaN where not even a default is a number
     * @param stated whether somebody stated it
     * @param text   the value, stated or taken
     * @param field  where to state it
     */
    record Value(double amount, boolean stated, String text, String field) {}

    static Labelled of(Snapshot estate, String name, Catalogue catalogue, Writer writer) {
        EstateDocument document = estate.document();
        int at = IntStream.range(0, document.services().size())
                .filter(each -> document.services().get(each).name().equals(name)).findFirst()
                .orElseThrow(() -> new NotFound("No service is called '" + name + "'."));
        return new Labelled(estate, at, document.services().get(at), catalogue, writer);
    }

    String slug() {
        return estate.slug();
    }

    String name() {
        return service.name();
    }

    String field(String path) {
        return ServiceLinks.field(slug(), name(), path);
    }

    /** As stated, or as the catalogue takes it to be. */
    Value value(@Nullable Double stated, String path, Writing writing) {
        return stated != null
                ? new Value(stated, true, writing.write(writer.figures(), stated), field(path))
                : catalogue.fieldDefault(path).map(known -> taken(known, writing))
                        .orElse(new Value(Double.NaN, false, "not stated", field(path)));
    }

    private Value taken(FieldDefault known, Writing writing) {
        if (Double.isNaN(known.value())) {
            return new Value(Double.NaN, false, known.shown(), field(known.field()));
        }
        return known.field().endsWith(USED)
                ? new Value(Double.NaN, false, writer.figures().percent(known.value()) + " of what is asked for",
                        field(known.field()))
                : new Value(known.value(), false, writing.write(writer.figures(), known.value()), field(known.field()));
    }
}
