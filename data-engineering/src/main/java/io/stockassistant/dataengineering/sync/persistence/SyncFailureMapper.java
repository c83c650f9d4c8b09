package io.stockassistant.dataengineering.sync.persistence;

import io.stockassistant.dataengineering.stock.ThirdCode;
import io.stockassistant.dataengineering.sync.SyncFailure;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

/** Between failures and their rows. */
@Mapper(implementationName = "<CLASS_NAME>Generated", unmappedTargetPolicy = ReportingPolicy.ERROR)
interface SyncFailureMapper {

    @Mapping(target = "retryCount", source = "retries")
    SyncFailureRecordModel toModel(SyncFailure failure);

    // Verbs of the domain, which look like setters to the generator.
    @Mapping(target = "retry", ignore = true)
    @Mapping(target = "resolve", ignore = true)
    @Mapping(target = "retries", source = "retryCount")
    SyncFailure toFailure(SyncFailureRecordModel model);

    default String toText(ThirdCode code) {
        return code.value();
    }

    default ThirdCode toThirdCode(String text) {
        return new ThirdCode(text);
    }
}
