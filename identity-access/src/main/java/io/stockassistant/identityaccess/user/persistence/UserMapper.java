package io.stockassistant.identityaccess.user.persistence;

import io.stockassistant.identityaccess.user.HashedPassword;
import io.stockassistant.identityaccess.user.User;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

/** Turns rows into users. */
@Mapper(unmappedTargetPolicy = ReportingPolicy.ERROR)
interface UserMapper {

    @Mapping(target = "password", source = "hashedPassword")
    @Mapping(target = "active", source = "isActive")
    User toUser(UserModel model);

    /** The hash as the domain has it. */
    default HashedPassword toHash(String text) {
        return new HashedPassword(text);
    }
}
