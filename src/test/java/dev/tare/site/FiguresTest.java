package dev.tare.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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
        assertThat(figures.range(1894, 2911, (f, v) -> f.money(v, "USD"))).isEqualTo("$1,890\u00a0–\u00a02,910");
        assertThat(figures.range(22.2, 34.1, Figures::vcpu)).isEqualTo("22.2\u00a0–\u00a034.1\u00a0vCPU");
        assertThat(figures.range(869e9, 1.34e12, Figures::bytes)).isEqualTo("869\u00a0GB\u00a0–\u00a01.34\u00a0TB");
        assertThat(new Figures(Locale.GERMAN).range(869, 1340, (f, v) -> f.money(v, "EUR")))
                .isEqualTo("869\u00a0–\u00a01.340\u00a0€");
        assertThat(figures.range(49.4 * (1L << 30), 75.9 * (1L << 30), Figures::memory))
                .isEqualTo("49.4\u00a0–\u00a075.9\u00a0GiB");
        assertThat(figures.range(0, 0, Figures::ms)).isEqualTo("0\u00a0ms");
        assertThat(figures.range(1900, 1901, (f, v) -> f.money(v, "USD"))).isEqualTo("$1,900");
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

    @Test
    void writesEveryDigitOfADecimal() {
        Figures english = new Figures(Locale.ENGLISH);
        assertThat(english.exact(new BigDecimal("1200.50000000001"))).isEqualTo("1,200.50000000001");
        assertThat(english.exact(new BigDecimal("11.9"))).isEqualTo("11.90");
        assertThat(english.exact(new BigDecimal("-4.00"))).isEqualTo("\u22124");
        assertThat(english.exact(new BigDecimal("0.0000008"))).isEqualTo("0.0000008");
    }
}
