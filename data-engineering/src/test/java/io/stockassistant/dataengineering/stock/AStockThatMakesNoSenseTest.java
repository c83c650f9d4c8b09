package io.stockassistant.dataengineering.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AStockThatMakesNoSenseTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    @ParameterizedTest
    @MethodSource("nonsense")
    void isRefusedWithAReason(ThrowingCallable attempt, String reason) {
        assertThatThrownBy(attempt).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(reason);
    }

    static Stream<Arguments> nonsense() {
        return Stream.of(
                row(() -> new ThirdCode(" "), "000001.SZ"),
                row(() -> new ThirdCode("123456789012345678901"), "1 to 20"),
                row(() -> new Exchange(""), "SSE"),
                row(() -> ListStatus.ofCode("X"), "use L, D or P"),
                row(() -> StockConnect.ofCode("X"), "use N, H or S"),
                row(() -> listing(ListStatus.LISTED, DAY, DAY), "make it DELISTED"),
                row(() -> listing(ListStatus.DELISTED, DAY, DAY.minusDays(1)), "before the day of listing"));
    }

    @Test
    void hongKongSeesWhatALinkCovers() {
        assertThat(Listing.UNKNOWN.isOpenToHongKong()).isFalse();
        assertThat(linked(StockConnect.NONE).isOpenToHongKong()).isFalse();
        assertThat(linked(StockConnect.SHENZHEN).isOpenToHongKong()).isTrue();
    }

    private static Listing listing(ListStatus status, LocalDate listed, LocalDate delisted) {
        return new Listing(Exchange.SHENZHEN, null, null, status, listed, delisted, null);
    }

    private static Listing linked(StockConnect link) {
        return new Listing(null, null, null, null, null, null, link);
    }

    private static Arguments row(ThrowingCallable attempt, String reason) {
        return Arguments.of(attempt, reason);
    }
}
