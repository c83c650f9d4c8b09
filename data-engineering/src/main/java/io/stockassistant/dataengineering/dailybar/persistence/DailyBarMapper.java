package io.stockassistant.dataengineering.dailybar.persistence;

import io.stockassistant.dataengineering.dailybar.DailyBar;
import io.stockassistant.dataengineering.stock.ThirdCode;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

/** Between daily bars and their rows. */
@Mapper(implementationName = "<CLASS_NAME>Generated", unmappedTargetPolicy = ReportingPolicy.ERROR)
interface DailyBarMapper {

    @Mapping(target = ".", source = "prices")
    @Mapping(target = ".", source = "trading")
    @Mapping(target = ".", source = "valuation")
    @Mapping(target = ".", source = "shares")
    StockDailyModel toModel(DailyBar bar);

    @Mapping(target = "prices", source = "model")
    @Mapping(target = "trading", source = "model")
    @Mapping(target = "valuation", source = "model")
    @Mapping(target = "shares", source = "model")
    DailyBar toBar(StockDailyModel model);

    default String toText(ThirdCode code) {
        return code.value();
    }

    default ThirdCode toThirdCode(String text) {
        return new ThirdCode(text);
    }
}
