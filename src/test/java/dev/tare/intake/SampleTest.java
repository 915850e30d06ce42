package dev.tare.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SampleTest {
    private static Sample sample(String text) {
        return new Sample("x", text);
    }

    @Test
    void seesWhereAPropertyStands() {
        Sample sample = sample("\uFEFF{\"data\": [{\"spans\": [{\"id\": 1}]}], \"total\": 0}");
        assertThat(sample.holds("data")).isTrue();
        assertThat(sample.holds("data[].spans")).isTrue();
        assertThat(sample.holds("data[].spans[].id")).isTrue();
        assertThat(sample.holds("spans")).isFalse();
        assertThat(sample("[[{\"id\": 1}]]").holds("[][].id")).isTrue();
    }

    @Test
    void seesValuesOneAfterAnotherAndCutOnes() {
        assertThat(sample("{\"a\": 1}\n{\"b\": [{\"c\": \"cut of").holds("b[].c")).isTrue();
        assertThat(sample("a: 1\nb: 2").holds("a")).isFalse();
    }

    @Test
    void looksAtTheStartOfAnyText() {
        assertThat(Sample.of(Upload.of("x", "kind: Pod")).has(Pattern.compile("kind"))).isTrue();
        assertThat(Sample.of(Upload.of("x", "x".repeat(1 << 20))).text()).hasSize(1 << 18);
    }
}
