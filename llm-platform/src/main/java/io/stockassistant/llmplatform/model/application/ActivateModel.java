package io.stockassistant.llmplatform.model.application;

import io.stockassistant.llmplatform.model.Models;
import org.springframework.transaction.annotation.Transactional;

/** Lets a model be used. */
@Transactional
public class ActivateModel {

    private final Models models;

    /** With the models that there are. */
    public ActivateModel(Models models) {
        this.models = models;
    }

    /**
     * Activates it; a second time changes nothing.
     *
     * @throws io.stockassistant.llmplatform.model.NoSuchModel if the model is unknown
     */
    public void activate(String alias) {
        models.setActive(alias, true);
    }
}
