package dev.tare.estate.web;

import dev.tare.estate.web.Kind.Amount;
import dev.tare.estate.web.Kind.Choice;
import dev.tare.estate.web.Kind.Layers;
import dev.tare.estate.web.Kind.Lines;
import dev.tare.estate.web.Kind.Moment;
import dev.tare.estate.web.Kind.Option;
import dev.tare.estate.web.Kind.Text;
import dev.tare.estate.web.Kind.Tick;
import dev.tare.estate.web.Kind.Whole;
import dev.tare.site.Quantity;
import java.util.List;

/**
 * One field of a form.
 *
 * @param path    place in the document's part, such as {@code cpu.request}
 * @param label   on the page
 * @param kind    how it is typed
 * @param explain what to type, in a few words; may be empty
 */
record Field(String path, String label, Kind kind, String explain) {
    static Field text(String path, String label, String suggestions, String explain) {
        return new Field(path, label, new Text(suggestions), explain);
    }

    static Field lines(String path, String label, String explain) {
        return new Field(path, label, new Lines(), explain);
    }

    static Field amount(String path, String label, Quantity quantity) {
        return new Field(path, label, new Amount(quantity), "");
    }

    static Field whole(String path, String label) {
        return new Field(path, label, new Whole(), "");
    }

    static Field moment(String path, String label) {
        return new Field(path, label, new Moment(), "");
    }

    static Field layers(String path, String label, String explain) {
        return new Field(path, label, new Layers(), explain);
    }

    static Field tick(String path, String label) {
        return new Field(path, label, new Tick(), "");
    }

    static Field choice(String path, String label, List<Option> options) {
        return new Field(path, label, new Choice(options), "");
    }
}
