package io.stockassistant.llmplatform.model.application;

import io.stockassistant.llmplatform.model.Models;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a model from being used. */
@Transactional
public class DeactivateModel {

    private final Models models;

    /** With the models that there are. */
    public DeactivateModel(Models models) {
        this.models = models;
    }

    /**
     * Deactivates it; a second time changes nothing.
     *
     * @throws io.stockassistant.llmplatform.model.NoSuchModel if the model is unknown
     */
    public void deactivate(String alias) {
        models.setActive(alias, false);
    }
}
