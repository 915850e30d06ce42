package dev.tare.intake.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SizesTest {
    @Test
    void keepsBothApart() {
        long none = 0;
        assertThat(Sizes.hasRequest(none)).isFalse();
        assertThat(Sizes.hasResponse(none)).isFalse();
        long empty = Sizes.withResponse(Sizes.withRequest(none, 0), Long.MAX_VALUE);
        assertThat(Sizes.hasRequest(empty)).isTrue();
        assertThat(Sizes.request(empty)).isZero();
        assertThat(Sizes.response(empty)).isEqualTo(4_294_967_294L);
        long changed = Sizes.withRequest(empty, 4_294_967_295L);
        assertThat(Sizes.request(changed)).isEqualTo(4_294_967_294L);
        assertThat(Sizes.response(Sizes.withResponse(changed, 5))).isEqualTo(5);
        assertThat(Sizes.request(Sizes.withResponse(changed, 5))).isEqualTo(4_294_967_294L);
    }

    @Test
    void whatOneDoesNotSayTheOtherMay() {
        long request = Sizes.withRequest(0, 3);
        long both = Sizes.withResponse(Sizes.withRequest(0, 10), 20);
        long either = Sizes.either(request, both);
        assertThat(Sizes.request(either)).isEqualTo(3);
        assertThat(Sizes.response(either)).isEqualTo(20);
        assertThat(Sizes.either(0, both)).isEqualTo(both);
    }
}
