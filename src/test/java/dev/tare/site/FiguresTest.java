package dev.tare.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class FiguresTest {
    private final Figures figures = new Figures(Locale.ENGLISH);

    @ParameterizedTest(name = "{0} of {2} in {1} is {3}")
    @CsvFileSource(resources = "/figures/cases.csv", delimiter = '|', encoding = "UTF-8")
    void writesAsTheCaseSays(String kind, String locale, double value, String written) {
        assertThat(write(kind, new Figures(Locale.of(locale)), value)).isEqualTo(written.replace('~', '\u00a0'));
    }

    @Test
    void rangeNamesBothEndsAndOneWhenTheyRoundAlike() {
        assertThat(figures.range(1900, 2900, v -> figures.money(v, "USD"))).isEqualTo("$1,900\u00a0–\u00a0$2,900");
        assertThat(figures.range(1900, 1901, v -> figures.money(v, "USD"))).isEqualTo("$1,900");
    }

    @Test
    void countsAreExact() {
        assertThat(figures.count(1234)).isEqualTo("1,234");
    }

    private static String write(String kind, Figures figures, double value) {
        String[] words = kind.split(" ");
        return switch (words[0]) {
            case "money" -> figures.money(value, words[1]);
            case "signed" -> figures.signed(value, v -> figures.money(v, words[1]));
            case "ms" -> figures.ms(value);
            case "bytes" -> figures.bytes(value);
            case "memory" -> figures.memory(value);
            case "vcpu" -> figures.vcpu(value);
            case "rate" -> figures.rate(value);
            case "number" -> figures.number(value);
            case "percent" -> figures.percent(value);
            default -> throw new IllegalArgumentException("no such kind: " + kind);
        };
    }
}
