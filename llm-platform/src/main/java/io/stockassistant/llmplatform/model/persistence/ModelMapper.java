package io.stockassistant.llmplatform.model.persistence;

import io.stockassistant.llmplatform.model.ModelConfiguration;
import io.stockassistant.llmplatform.model.ModelDetails;
import io.stockassistant.llmplatform.model.ProviderKey;
import java.util.Set;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

/** Turns rows into model configurations. What a row leaves open is ordinary, without tags, and not active. */
@Mapper(unmappedTargetPolicy = ReportingPolicy.ERROR)
interface ModelMapper {

    @Mapping(target = "alias", source = "model.alias")
    @Mapping(target = "active", source = "model.isActive", defaultValue = "false")
    @Mapping(target = "updatedAt", source = "model.updatedAt")
    @Mapping(target = "details", source = "details")
    ModelConfiguration toConfiguration(LlmConfigModel model, ModelDetails details);

    @Mapping(target = "key", source = "key")
    @Mapping(target = "tags", source = "tags")
    @Mapping(target = "priority", source = "model.priority", defaultValue = "0")
    ModelDetails toDetails(LlmConfigModel model, ProviderKey key, Set<String> tags);
}
