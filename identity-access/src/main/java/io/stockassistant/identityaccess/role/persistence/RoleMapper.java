package io.stockassistant.identityaccess.role.persistence;

import io.stockassistant.identityaccess.role.Permission;
import io.stockassistant.identityaccess.role.Role;
import java.util.Set;
import org.mapstruct.Mapper;
import org.mapstruct.ReportingPolicy;

/** Turns rows into roles. */
@Mapper(unmappedTargetPolicy = ReportingPolicy.ERROR)
interface RoleMapper {

    Role toRole(RoleModel model, Set<Permission> permissions);
}
