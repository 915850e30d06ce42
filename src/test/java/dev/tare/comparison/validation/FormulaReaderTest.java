package dev.tare.comparison.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tare.comparison.validation.Formula.Constant;
import dev.tare.comparison.validation.Formula.Joined;
import dev.tare.comparison.validation.Formula.LookUp;
import dev.tare.comparison.validation.Formula.Operator;
import dev.tare.comparison.validation.Formula.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaReaderTest {
    @Test
    void timesBindsBeforePlus() {
        assertThat(FormulaReader.read("1 - 2 * {a.b} - p50 shop[one each]")).isEqualTo(new Joined(Operator.MINUS,
                new Joined(Operator.MINUS, new Constant(1),
                        new Joined(Operator.TIMES, new Constant(2), new LookUp("a.b"))),
                new Read("p50 shop", "one each")));
    }

    @Test
    void bracketsBindFirst() {
        assertThat(FormulaReader.read("(x.vcpu[a] + 1) / 2.5")).isEqualTo(new Joined(Operator.OVER,
                new Joined(Operator.PLUS, new Read("x.vcpu", "a"), new Constant(1)), new Constant(2.5)));
    }

    @Test
    void operandsComeOnceInOrder() {
        assertThat(FormulaReader.read("a[x] / {k} + a[x]").operands()).containsExactly(new Read("a", "x"),
                new LookUp("k"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "1 +", "(1", "{key", "figure", "figure[scenario", "1 2", "* 2" })
    void refusesWhatIsNone(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> FormulaReader.read(text))
                .withMessageContaining("expected");
    }
}
