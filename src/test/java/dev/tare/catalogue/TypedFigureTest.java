package dev.tare.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TypedFigureTest {
    private static final Units UNITS = Units.read(CatalogueFiles.onClasspath());

    @Test
    void withoutAUnitItIsInTheEntrysOwn() {
        assertThat(typed("ms", 0.2, 0.5, 3, 0.7, "")).isEqualTo(0.7);
        assertThat(typed("%", 10, 20, 40, 12, "")).isEqualTo(12);
    }

    @Test
    void unitsOfTheSameKindAreConverted() {
        assertThat(typed("ms", 0.2, 0.5, 3, 700, "us")).isCloseTo(0.7, within(1e-12));
        assertThat(typed("ms", 0.2, 0.5, 3, 700, "\u00b5s")).isCloseTo(0.7, within(1e-12));
        assertThat(typed("MiB", 10, 50, 100, 60, "MB")).isCloseTo(60e6 / 1048576, within(1e-9));
        assertThat(typed("vCPU", 0.01, 0.1, 1, 250, "m")).isCloseTo(0.25, within(1e-12));
        assertThat(typed("ratio", 0.1, 0.2, 0.9, 12, "%")).isCloseTo(0.12, within(1e-12));
    }

    @Test
    void caseDoesNotMatterWhereItIsClear() {
        assertThat(typed("MB", 10, 50, 100, 60, "mb")).isEqualTo(60);
    }

    @Test
    void moneyNeedsNoMoreThanItsCurrency() {
        assertThat(typed("USD/vCPU-h", 0.01, 0.03, 0.1, 0.05, "USD")).isEqualTo(0.05);
        assertThat(typed("USD/vCPU-h", 0.01, 0.03, 0.1, 0.05, "$")).isEqualTo(0.05);
        refused("USD/vCPU-h", 0.01, 0.03, 0.1, 0.05, "EUR", "USD/vCPU-h");
    }

    @Test
    void anotherKindOfQuantityIsRefusedWithTheUnitsThatWouldDo() {
        refused("ms", 0.2, 0.5, 3, 60, "MB", "a number in ns, us, ms, s, min");
        refused("services", 1, 5, 9, 12, "%", "a number in services");
        refused("ms", 0.2, 0.5, 3, 1, "furlongs", "ns, us, ms");
    }

    @Test
    void aFigureFarOutsideSenseIsRefused() {
        refused("ms", 0.2, 0.5, 3, 5, "min", "between 0.0002 and 3000 ms");
        refused("ms", 0.2, 0.5, 3, 0, "", "between 0.0002 and 3000 ms");
        refused("%", 10, 20, 40, 120, "%", "between 0.01 and 100 %");
        refused("ms", 0.2, 0.5, 3, Double.NaN, "", "between");
    }

    @Test
    void everyAssumptionTakesItsOwnFiguresInItsOwnUnit() {
        assertThat(TestCatalogue.SHIPPED.entries()).filteredOn(Assumption::usable).allSatisfy(entry -> {
            assertThat(TestCatalogue.SHIPPED.typed(entry.key(), entry.low(), entry.unit())).isEqualTo(entry.low());
            assertThat(TestCatalogue.SHIPPED.typed(entry.key(), entry.high(), "")).isEqualTo(entry.high());
        });
    }

    private static double typed(String unit, double low, double likely, double high, double number, String typed) {
        Assumption entry = new Assumption("a.b", "what", low, likely, high, unit, null, "2026", "nobody", null,
                How.DERIVED, null, true);
        return new TypedFigure(entry, UNITS, UNITS.find(unit).orElseThrow()).of(number, typed);
    }

    private static void refused(String unit, double low, double likely, double high, double number, String typed,
            String expected) {
        assertThatThrownBy(() -> typed(unit, low, likely, high, number, typed)).isInstanceOf(UnfitFigure.class)
                .hasMessageContaining(expected);
    }
}
