package io.stockassistant.identityaccess.user.persistence;

import io.stockassistant.shared.persistence.DefaultValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of users. */
@Entity
@Table(name = "users", comment = "Accounts that can sign in.")
record UserModel(
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Column(nullable = false, comment = "Surrogate key, assigned by the database.")
        Integer id,

        @Column(length = 50, nullable = false, unique = true, comment = "Unique name to sign in with.")
        String username,

        @Column(length = 100, nullable = false, unique = true, comment = "Unique e-mail address.")
        String email,

        @Column(
                length = 255,
                nullable = false,
                comment = "Salted hash of the password; the password itself is stored nowhere.")
        String hashedPassword,

        @Column(nullable = false, comment = "Role that decides what the user may do.")
        Integer roleId,

        @Column(nullable = false, comment = "Whether the user may sign in.") @DefaultValue("true")
        Boolean isActive,

        @Column(length = 50, comment = "Name of the user who created the row; null when the system did.") @Nullable
        String createdBy,

        @Column(nullable = false, comment = "When the row was created.") @DefaultValue("now()")
        Instant createdTime,

        @Column(length = 50, comment = "Name of the user who last changed the row; null when the system did.") @Nullable
        String updatedBy,

        @Column(nullable = false, comment = "When the row was last changed.") @DefaultValue("now()")
        Instant updatedTime,

        @Column(
                nullable = false,
                comment = "Whether the user must choose a new password at the next sign-in, "
                        + "because somebody else chose this one.")
        @DefaultValue("false")
        Boolean mustChangePassword) {

    /** Without the hash: it is what an attacker needs to guess the password in peace. */
    @Override
    public String toString() {
        return "UserModel[id=" + id + ", username=" + username + "]";
    }
}
