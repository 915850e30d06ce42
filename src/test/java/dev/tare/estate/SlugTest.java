package dev.tare.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "Online shop | online-shop", "Café & Söhne | cafe-sohne",
        "Straße 7 | strasse-7",
        "  --x--  | x", "Магазин | estate", "ﬁnance № 1 | finance-no-1", "../etc/passwd | etc-passwd" })
    void isWhatAnyToolCanType(String name, String slug) {
        assertThat(Slug.of(name).text()).isEqualTo(slug);
    }

    @Test
    void isTheFirstThatIsFree() {
        assertThat(Slug.of("a").firstFree(Set.of("a", "a-2")::contains)).isEqualTo("a-3");
    }

    @Property
    void isSafeWhateverTheName(@ForAll String name) {
        assertThat(Slug.of(name).text()).matches("[a-z0-9]+(-[a-z0-9]+)*").hasSizeLessThanOrEqualTo(80);
    }
}
