package io.stockassistant.identityaccess.apikey.persistence;

import io.stockassistant.identityaccess.apikey.ApiKey;
import io.stockassistant.identityaccess.apikey.SecretHash;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

/** Turns rows into API keys. */
@Mapper(unmappedTargetPolicy = ReportingPolicy.ERROR)
interface ApiKeyMapper {

    @Mapping(target = "secret", source = "secretKey")
    @Mapping(target = "active", source = "isActive")
    ApiKey toApiKey(ApiKeyModel model);

    /** The hash as the domain has it. */
    default SecretHash toHash(String text) {
        return new SecretHash(text);
    }
}
