package io.stockassistant.identityaccess.role.persistence;

import io.stockassistant.shared.persistence.DefaultValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of role_permissions. */
@Entity
@IdClass(RolePermissionModel.Key.class)
@Table(name = "role_permissions", comment = "Which role has which permission, one row a grant.")
record RolePermissionModel(
        @Id @Column(nullable = false, comment = "Role that has the permission.")
        Integer roleId,

        @Id @Column(nullable = false, comment = "Permission that the role has.")
        Integer permissionId,

        @Column(length = 50, comment = "Name of the user who created the row; null when the system did.") @Nullable
        String createdBy,

        @Column(nullable = false, comment = "When the row was created.") @DefaultValue("now()")
        Instant createdTime,

        @Column(length = 50, comment = "Name of the user who last changed the row; null when the system did.") @Nullable
        String updatedBy,

        @Column(nullable = false, comment = "When the row was last changed.") @DefaultValue("now()")
        Instant updatedTime) {

    /** The primary key. */
    record Key(Integer roleId, Integer permissionId) {}
}
