package io.stockassistant.llmplatform.model;

import java.util.List;
import java.util.Optional;

/** All configurations of models. A key that cannot be decrypted is {@link ProviderKey#unreadable}. */
public interface Models {

    /**
     * Adds an active one.
     *
     * @throws ModelExists if the alias is taken
     */
    ModelConfiguration add(String alias, ModelDetails details);

    /** Empty if there is none of that alias. */
    Optional<ModelConfiguration> find(String alias);

    /** @throws NoSuchModel if there is none of that alias */
    default ModelConfiguration get(String alias) {
        return find(alias).orElseThrow(() -> new NoSuchModel(alias));
    }

    /** Those whose alias follows another, by alias; from the first on after an empty one. */
    List<ModelConfiguration> listAfter(String alias, int limit);

    /** The active one with the tag that has the greatest priority, the first by alias of several. */
    Optional<ModelConfiguration> findBest(String tag);

    /**
     * Writes the details if the row is still as it was seen.
     *
     * @return how it is now
     * @throws NoSuchModel if there is none of that alias
     * @throws ModelChangedMeanwhile if its time of change is another than that of {@code seen}
     */
    ModelConfiguration change(ModelConfiguration seen, ModelDetails details);

    /**
     * Makes it usable or not. Where that changes it, whoever read it before must read it again to change it.
     *
     * @throws NoSuchModel if there is none of that alias
     */
    void setActive(String alias, boolean active);
}
