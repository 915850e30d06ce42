package dev.tare.estate;

import dev.tare.estate.RowDiff.Keyed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row being written down, column by column, in the text PostgreSQL reads. */
final class RowText {
    private final List<@Nullable String> columns = new ArrayList<>();
    private int[] key = {};

    RowText(long estate) {
        columns.add(Long.toString(estate));
    }

    RowText key(int position) {
        key = Arrays.copyOf(key, key.length + 1);
        key[key.length - 1] = position;
        return number(position);
    }

    RowText text(@Nullable String text) {
        columns.add(text);
        return this;
    }

    RowText number(@Nullable Number number) {
        return text(number == null ? null : number.toString());
    }

    RowText amount(@Nullable BigDecimal amount) {
        return text(amount == null ? null : amount.toPlainString());
    }

    RowText json(List<?> values) {
        return text(values.isEmpty() ? "[]" : Json.write(values));
    }

    /** As an array literal; every element is quoted, so that commas and the word NULL stay text. */
    RowText texts(List<String> texts) {
        StringBuilder array = new StringBuilder("{");
        for (String text : texts) {
            array.append(array.length() == 1 ? "\"" : ",\"");
            array.append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
        }
        return text(array.append('}').toString());
    }

    Keyed keyed() {
        return new Keyed(key, columns.toArray(new @Nullable String[0]));
    }
}
