package io.stockassistant.dataengineering.sync.persistence;

import io.stockassistant.dataengineering.sync.SyncTask;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

/** Between synchronisation tasks and their rows. */
@Mapper(implementationName = "<CLASS_NAME>Generated", unmappedTargetPolicy = ReportingPolicy.ERROR)
interface SyncTaskMapper {

    @Mapping(target = "currentOffset", source = "offset")
    @Mapping(target = "totalProcessed", source = "processed")
    SyncTaskModel toModel(SyncTask task);

    // Verbs of the domain, which look like setters to the generator.
    @Mapping(target = "start", ignore = true)
    @Mapping(target = "pause", ignore = true)
    @Mapping(target = "resume", ignore = true)
    @Mapping(target = "fail", ignore = true)
    @Mapping(target = "complete", ignore = true)
    @Mapping(target = "offset", source = "currentOffset")
    @Mapping(target = "processed", source = "totalProcessed")
    SyncTask toTask(SyncTaskModel model);
}
