package dev.tare.intake.cost;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the files of one format say was paid in one currency, and what became of it. {@code total} is the files' total to
 * its last digit; {@code matched} and {@code unmatched} are what a month costs and add up to {@code monthly}.
 *
 * @param measure   which of the files' amounts was taken
 * @param currency  three letters; empty where the files name none: it is taken for the estate's
 * @param applied   whether it is in the estate's currency; amounts in another are shown and left out
 * @param month     which month, and how the files became one
 * @param groups    what was told apart, the largest first
 */
@JsonInclude(Include.NON_NULL)
public record Bill(String format, List<String> files, String measure, String currency, boolean applied, long rows,
        BigDecimal total, String month, BigDecimal monthly, BigDecimal matched, BigDecimal unmatched,
        List<Group> groups) {
    /** Lists are copied. */
    public Bill {
        files = List.copyOf(files);
        groups = List.copyOf(groups);
    }

    /**
     * Money that is told apart by one label.
     *
     * @param label   such as {@code tag:app}
     * @param value   such as {@code cart}
     * @param service whose it is; absent when it is unmatched
     * @param by      rule, tag, name; or not, when it is unmatched
     * @param rows    of files
     * @param monthly in the bill's currency
     */
    @JsonInclude(Include.NON_NULL)
    public record Group(String label, String value, @Nullable String service, String by, long rows,
            BigDecimal monthly) {}
}
