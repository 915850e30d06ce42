package dev.tare.intake.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1234.56 | 1234.56 |", "-0.5|-0.5|", "+7|7|", "(12.30)|-12.30|", "($1,234.56)|-1234.56|", "12.30-|-12.30|",
        "−4|-4|", "- 4|-4|", "1,234|1234|", "1,234,567.8|1234567.8|", "1.234,56 €|1234.56|EUR", "£0.10|0.10|GBP",
        "USD 12|12|USD", "12 CHF|12|CHF", "US$5|5|USD", "$5|5|", "0,25|0.25|", "1 234,5|1234.5|", "1'234.5|1234.5|",
        "1.5E-7|0.00000015|", "1e3|1000|", ".5|0.5|", "5.|5|", "0.00000000000000000001|0.00000000000000000001|",
        "-$3.20|-3.20|", "(-3.2)|-3.2|", "$-3.20|-3.20|" })
    void readsWhatExportsWrite(String text, BigDecimal value, String currency) {
        assertThat(Amount.read(text, ',')).hasValueSatisfying(amount -> {
            assertThat(amount.value()).isEqualByComparingTo(value);
            assertThat(amount.currency()).isEqualTo(currency);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "0,440|0.440", "1,234|1.234", "1.234,5|1234.5", "1,234.5|1234.5" })
    void takesOneCommaForADecimalCommaBetweenSemicolons(String text, BigDecimal value) {
        assertThat(Amount.read(text, ';').orElseThrow().value()).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "much", "1.2.3", "1,2,3", "12 apples and pears", "0x10", "NaN", "Infinity", "1e999",
        "--5", "1e-99999999999", "2026-10-01", "12:30" })
    void refusesWhatIsNoAmount(String text) {
        assertThat(Amount.read(text, ',')).isEmpty();
    }
}
