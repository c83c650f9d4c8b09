package io.stockassistant.identityaccess.apikey.persistence;

import io.stockassistant.shared.persistence.DefaultValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of api_keys. */
@Entity
@Table(name = "api_keys", comment = "Keys with which programs call the application on behalf of a user.")
record ApiKeyModel(
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Column(nullable = false, comment = "Surrogate key, assigned by the database.")
        Integer id,

        @Column(nullable = false, comment = "User on whose behalf the key acts.")
        Integer userId,

        @Column(length = 64, nullable = false, unique = true, comment = "Public part of the key, by which it is found.")
        String accessKey,

        @Column(
                length = 128,
                nullable = false,
                comment = "Hash of the secret part; the secret itself is stored nowhere.")
        String secretKey,

        @Column(length = 100, comment = "Name that the user gave the key.") @Nullable
        String name,

        @Column(nullable = false, comment = "Whether the key is accepted.") @DefaultValue("true")
        Boolean isActive,

        @Column(comment = "When the key was last used; null when never.") @Nullable
        Instant lastUsedAt,

        @Column(comment = "When the key stops being accepted; null when never.") @Nullable
        Instant expiresAt,

        @Column(length = 50, comment = "Name of the user who created the row; null when the system did.") @Nullable
        String createdBy,

        @Column(nullable = false, comment = "When the row was created.") @DefaultValue("now()")
        Instant createdTime,

        @Column(length = 50, comment = "Name of the user who last changed the row; null when the system did.") @Nullable
        String updatedBy,

        @Column(nullable = false, comment = "When the row was last changed.") @DefaultValue("now()")
        Instant updatedTime) {

    /** Without the hash. */
    @Override
    public String toString() {
        return "ApiKeyModel[id=" + id + ", userId=" + userId + ", accessKey=" + accessKey + "]";
    }
}
