package io.stockassistant.llmplatform.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be changed of a model's configuration.
 *
 * @param vendor the company that offers the model
 * @param providerType the kind of interface that the endpoint speaks; selects the client
 * @param key the secret to sign in with
 * @param baseUrl the address of the endpoint; null for the provider's default
 * @param modelName the name of the model at its vendor
 * @param description what it is good for, in words for people
 * @param priority which of several models that fit is taken: the greatest number first, the alias deciding between
 *     equals; 0 is ordinary, and less than 0 is for when nothing else is there
 * @param tags labels by which it is chosen
 */
public record ModelDetails(
        String vendor,
        String providerType,
        ProviderKey key,
        @Nullable String baseUrl,
        String modelName,
        @Nullable String description,
        int priority,
        Set<String> tags) {

    /** @throws InvalidModel if a name or a tag is blank, or a text has a NUL character */
    public ModelDetails {
        tags = Set.copyOf(tags);
        named("vendor", vendor);
        named("provider type", providerType);
        named("model name", modelName);
        tags.forEach(tag -> named("tag", tag));
        keepable("base URL", baseUrl);
        keepable("description", description);
    }

    private static void named(String what, String text) {
        if (text.isBlank()) {
            throw new InvalidModel("its " + what + " is empty; give one");
        }
        keepable(what, text);
    }

    private static void keepable(String what, @Nullable String text) {
        if (text != null && text.indexOf('\0') >= 0) {
            throw new InvalidModel("its " + what + " has a NUL character, which PostgreSQL does not keep; remove it");
        }
    }
}
