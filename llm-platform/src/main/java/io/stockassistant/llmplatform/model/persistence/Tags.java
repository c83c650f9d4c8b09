package io.stockassistant.llmplatform.model.persistence;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tags as a JSON array of texts. */
final class Tags {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Tags() {}

    /** In alphabetical order, so that equal sets are equal texts. */
    static String write(Set<String> tags) {
        return JSON.writeValueAsString(new TreeSet<>(tags));
    }

    /** The texts of the array; what is no text in it, or no array, is no tag. */
    static Set<String> read(@Nullable String json) {
        Set<String> tags = new LinkedHashSet<>();
        JsonNode labels = JSON.readTree(json == null ? "[]" : json);
        // An object is a collection, too: of its values.
        if (labels.isArray()) {
            for (JsonNode each : labels) {
                if (each.isString() && !each.stringValue().isBlank()) {
                    tags.add(each.stringValue());
                }
            }
        }
        return tags;
    }
}
