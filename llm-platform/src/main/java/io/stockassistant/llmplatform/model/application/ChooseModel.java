package io.stockassistant.llmplatform.model.application;

import io.stockassistant.llmplatform.model.ModelConfiguration;
import io.stockassistant.llmplatform.model.Models;
import io.stockassistant.llmplatform.model.NoModelFits;
import org.springframework.transaction.annotation.Transactional;

/** Finds the model to call. */
@Transactional(readOnly = true)
public class ChooseModel {

    private final Models models;

    /** With the models that there are. */
    public ChooseModel(Models models) {
        this.models = models;
    }

    /**
     * The active model with that tag whose priority is the greatest number; of several, the first by alias.
     *
     * @throws NoModelFits if no active model has the tag
     */
    public ModelConfiguration choose(String tag) {
        return models.findBest(tag).orElseThrow(() -> new NoModelFits(tag));
    }
}
