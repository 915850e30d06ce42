package dev.tare.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class QuantityTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/estate/quantities.csv", delimiter = '|', commentCharacter = '#', quoteCharacter = '`')
    void readsWhatPeopleType(Quantity kind, String typed, String base) {
        OptionalDouble expected = base.equals("-")
                ? OptionalDouble.empty()
                : OptionalDouble.of(Double.parseDouble(base));
        assertThat(kind.parse(typed)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/estate/written.csv", delimiter = '|', commentCharacter = '#')
    void writesAsPeopleType(Quantity kind, double value, String written) {
        assertThat(kind.write(value)).isEqualTo(written);
    }

    @Property
    void readsBackExactlyWhatItWrote(@ForAll Quantity kind, @ForAll @DoubleRange(max = 1e15) double value) {
        assertThat(kind.parse(kind.write(value))).hasValue(value);
    }

    @Property
    void readsBackWholeBytesExactly(@ForAll Quantity kind, @ForAll int value) {
        double bytes = Math.abs((double) value) * 1024;
        assertThat(kind.parse(kind.write(bytes))).hasValue(bytes);
    }
}
