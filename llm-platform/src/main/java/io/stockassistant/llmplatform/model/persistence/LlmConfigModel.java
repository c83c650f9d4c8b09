package io.stockassistant.llmplatform.model.persistence;

import io.stockassistant.shared.persistence.DefaultValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of llm_configs. */
@Entity
@Table(
        name = "llm_configs",
        comment = "Language models that the application may call: "
                + "where they are, how to sign in, and which to prefer.")
record LlmConfigModel(
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Column(nullable = false, comment = "Surrogate key, assigned by the database.")
        Integer id,

        @Column(
                nullable = false,
                unique = true,
                columnDefinition = "varchar",
                comment = "Unique name under which the application asks for this model.")
        String alias,

        @Column(nullable = false, columnDefinition = "varchar", comment = "Company that offers the model.")
        String vendor,

        @Column(
                nullable = false,
                columnDefinition = "varchar",
                comment = "Kind of interface that the endpoint speaks; selects the client.")
        String providerType,

        @Column(
                nullable = false,
                columnDefinition = "varchar",
                comment = "Secret with which the application signs in at the endpoint; never to be logged or shown.")
        String apiKey,

        @Column(
                columnDefinition = "varchar",
                comment = "Address of the endpoint; null for the default address of the provider.")
        @Nullable
        String baseUrl,

        @Column(nullable = false, columnDefinition = "varchar", comment = "Name of the model at its vendor.")
        String modelName,

        @Column(columnDefinition = "text", comment = "What the model is good for, in words for people.") @Nullable
        String description,

        @Column(comment = "Rank among the models that fit a request.") @Nullable
        Integer priority,

        @Column(columnDefinition = "jsonb", comment = "Labels by which models are chosen, as JSON.") @Nullable
        String tags,

        @Column(comment = "Whether the model may be used.") @Nullable
        Boolean isActive,

        @Column(comment = "When the row was created.") @DefaultValue("now()") @Nullable
        Instant createdAt,

        @Column(comment = "When the row was last changed.") @DefaultValue("now()") @Nullable
        Instant updatedAt) {

    /** Without the key, though it is encrypted. */
    @Override
    public String toString() {
        return "LlmConfigModel[id=" + id + ", alias=" + alias + "]";
    }
}
