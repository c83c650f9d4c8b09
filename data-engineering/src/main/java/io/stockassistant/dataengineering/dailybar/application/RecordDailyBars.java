package io.stockassistant.dataengineering.dailybar.application;

import io.stockassistant.dataengineering.dailybar.DailyBar;
import io.stockassistant.dataengineering.dailybar.DailyBars;
import java.util.stream.Stream;
import org.springframework.transaction.annotation.Transactional;

/** Records what the provider says about trading days: all of a call, or nothing. */
@Transactional
public class RecordDailyBars {

    private final DailyBars bars;

    public RecordDailyBars(DailyBars bars) {
        this.bars = bars;
    }

    /**
     * Adds bars, and replaces those that are there already and differ; of two for one stock and day the last one wins.
     *
     * @return how many bars are new or changed
     */
    public long record(Stream<DailyBar> recorded) {
        return bars.record(recorded);
    }
}
