package dev.tare.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "EUR | €1,200 | 1200", "EUR | 1.200,50 € | 1200.5", "EUR | EUR 90 | 90",
        "EUR | 90 eur | 90", "USD | $1,200.50 | 1200.5", "USD | US$5 | 5", "USD | 1200 | 1200", "GBP | £12 | 12",
        "CHF | CHF 1'200.50 | 1200.5", "CHF | 90 chf | 90", "USD | €5 | ", "EUR | $5 | ", "USD | five | ",
        "USD | -5 | " })
    void readsAmountsInTheEstatesCurrencyOnly(String currency, String typed, Double amount) {
        assertThat(Quantity.MONEY.parse(Money.bare(typed, currency)))
                .isEqualTo(amount == null ? OptionalDouble.empty() : OptionalDouble.of(amount));
    }
}
