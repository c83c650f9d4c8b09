package io.stockassistant.identityaccess.role.persistence;

import io.stockassistant.shared.persistence.DefaultValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of permissions. */
@Entity
@Table(name = "permissions", comment = "Things that a role may allow, each an action on a kind of resource.")
record PermissionModel(
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Column(nullable = false, comment = "Surrogate key, assigned by the database.")
        Integer id,

        @Column(
                length = 100,
                nullable = false,
                unique = true,
                comment = "Unique name of the permission, written resource:action, for example data:read.")
        String name,

        @Column(length = 50, nullable = false, comment = "Kind of thing that is acted on, for example data.")
        String resource,

        @Column(length = 50, nullable = false, comment = "What may be done with it, for example read.")
        String action,

        @Column(length = 255, comment = "What the permission allows.") @Nullable
        String description,

        @Column(length = 50, comment = "Name of the user who created the row; null when the system did.") @Nullable
        String createdBy,

        @Column(nullable = false, comment = "When the row was created.") @DefaultValue("now()")
        Instant createdTime,

        @Column(length = 50, comment = "Name of the user who last changed the row; null when the system did.") @Nullable
        String updatedBy,

        @Column(nullable = false, comment = "When the row was last changed.") @DefaultValue("now()")
        Instant updatedTime) {}
