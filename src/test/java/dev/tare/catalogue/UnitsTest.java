package dev.tare.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tare.engine.Dimension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every unit becomes the base unit of its dimension. */
class UnitsTest {
    private static final CatalogueFiles FILES = CatalogueFiles.onClasspath();
    private static final Units UNITS = Units.read(FILES);
    private static final Catalogue CATALOGUE = CatalogueReader.read(FILES);

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/catalogue-cases/units.csv", numLinesToSkip = 1)
    void converts(double amount, String unit, Dimension dimension, double base) {
        double got = UNITS.quantity("here", "this", amount + " " + unit, dimension);
        assertThat(got).isCloseTo(base, within(Math.abs(base) * 1e-12));
    }

    @Test
    void convertsMoneyAtTheRateOfTheCatalogue() {
        double euro = CATALOGUE.usdPer("EUR").orElseThrow();
        double server = CATALOGUE.entry("price.bare_metal").orElseThrow().likely();
        assertThat(CATALOGUE.assumptions().likely()[CATALOGUE.assumptions().slot("price.bare_metal")])
                .isEqualTo(server * euro);
        assertThat(CATALOGUE.usdPer("USD").orElseThrow()).isEqualTo(1);
        assertThat(CATALOGUE.usdPer("XAU")).isEmpty();
        assertThat(CATALOGUE.currencies()).contains("USD", "EUR", "GBP", "CHF");
    }

    @Test
    void refusesAQuantityOfAnotherKindOrNone() {
        assertThatThrownBy(() -> UNITS.quantity("f", "e", "5 ms", Dimension.BYTES)).hasMessageContaining("BYTES");
        assertThatThrownBy(() -> UNITS.quantity("f", "e", "5", Dimension.BYTES)).isInstanceOf(BadCatalogue.class);
        assertThatThrownBy(() -> UNITS.quantity("f", "e", "five MB", Dimension.BYTES))
                .isInstanceOf(BadCatalogue.class);
    }

    @Test
    void givesTheEngineEveryUsableFigureInOrder() {
        long usable = CATALOGUE.entries().stream().filter(Assumption::usable).count();
        assertThat(CATALOGUE.assumptions().size()).isEqualTo((int) usable);
        assertThat(CATALOGUE.toBase("lat.inproc", 1.5)).isCloseTo(1.5e-6, within(1e-18));
        assertThat(CATALOGUE.dimension("lat.inproc")).isEqualTo(Dimension.MS);
    }
}
