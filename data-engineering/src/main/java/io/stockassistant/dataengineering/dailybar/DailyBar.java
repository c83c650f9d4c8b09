package io.stockassistant.dataengineering.dailybar;

import io.stockassistant.dataengineering.stock.ThirdCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one trading day did to one stock. Figures that the provider has not are null.
 *
 * @param source the provider that told us
 */
public record DailyBar(
        ThirdCode thirdCode,
        LocalDate tradeDate,
        Prices prices,
        Trading trading,
        Valuation valuation,
        Shares shares,
        @Nullable String source) {}
