package io.stockassistant.dataengineering.stock.persistence;

import io.stockassistant.dataengineering.stock.Company;
import io.stockassistant.dataengineering.stock.Exchange;
import io.stockassistant.dataengineering.stock.ListStatus;
import io.stockassistant.dataengineering.stock.Listing;
import io.stockassistant.dataengineering.stock.Stock;
import io.stockassistant.dataengineering.stock.StockConnect;
import io.stockassistant.dataengineering.stock.ThirdCode;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

/** Between stocks and their rows. */
@Mapper(implementationName = "<CLASS_NAME>Generated", unmappedTargetPolicy = ReportingPolicy.ERROR)
interface StockMapper {

    @Mapping(target = "id", ignore = true)
    @Mapping(target = "cnspell", source = "pinyin")
    @Mapping(target = "fullname", source = "company.fullName")
    @Mapping(target = "enname", source = "company.englishName")
    @Mapping(target = "area", source = "company.area")
    @Mapping(target = "industry", source = "company.industry")
    @Mapping(target = "exchange", source = "listing.exchange")
    @Mapping(target = "market", source = "listing.market")
    @Mapping(target = "currType", source = "listing.currency")
    @Mapping(target = "listStatus", source = "listing.status")
    @Mapping(target = "listDate", source = "listing.listedOn")
    @Mapping(target = "delistDate", source = "listing.delistedOn")
    @Mapping(target = "isHs", source = "listing.connect")
    @Mapping(target = "lastFinanceSyncDate", source = "financeSyncedOn")
    StockInfoModel toModel(Stock stock);

    @Mapping(target = "pinyin", source = "cnspell")
    @Mapping(target = "company", source = "model")
    @Mapping(target = "listing", source = "model")
    @Mapping(target = "financeSyncedOn", source = "lastFinanceSyncDate")
    Stock toStock(StockInfoModel model);

    @Mapping(target = "fullName", source = "fullname")
    @Mapping(target = "englishName", source = "enname")
    Company toCompany(StockInfoModel model);

    @Mapping(target = "currency", source = "currType")
    @Mapping(target = "status", source = "listStatus")
    @Mapping(target = "listedOn", source = "listDate")
    @Mapping(target = "delistedOn", source = "delistDate")
    @Mapping(target = "connect", source = "isHs")
    Listing toListing(StockInfoModel model);

    default String toText(ThirdCode code) {
        return code.value();
    }

    default ThirdCode toThirdCode(String text) {
        return new ThirdCode(text);
    }

    default @Nullable String toText(@Nullable Exchange exchange) {
        return exchange == null ? null : exchange.code();
    }

    default @Nullable Exchange toExchange(@Nullable String text) {
        return text == null ? null : new Exchange(text);
    }

    default @Nullable String toText(@Nullable ListStatus status) {
        return status == null ? null : status.code();
    }

    default @Nullable ListStatus toListStatus(@Nullable String text) {
        return text == null ? null : ListStatus.ofCode(text);
    }

    default @Nullable String toText(@Nullable StockConnect connect) {
        return connect == null ? null : connect.code();
    }

    default @Nullable StockConnect toStockConnect(@Nullable String text) {
        return text == null ? null : StockConnect.ofCode(text);
    }
}
