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

/** A row of roles. */
@Entity
@Table(name = "roles", comment = "Roles, each a named set of permissions. A user has exactly one.")
record RoleModel(
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Column(nullable = false, comment = "Surrogate key, assigned by the database.")
        Integer id,

        @Column(
                length = 50,
                nullable = false,
                unique = true,
                comment = "Unique name of the role, for example researcher.")
        String name,

        @Column(length = 255, comment = "What the role is for.") @Nullable
        String description,

        @Column(length = 50, comment = "Name of the user who created the row; null when the system did.") @Nullable
        String createdBy,

        @Column(nullable = false, comment = "When the row was created.") @DefaultValue("now()")
        Instant createdTime,

        @Column(length = 50, comment = "Name of the user who last changed the row; null when the system did.") @Nullable
        String updatedBy,

        @Column(nullable = false, comment = "When the row was last changed.") @DefaultValue("now()")
        Instant updatedTime) {}
