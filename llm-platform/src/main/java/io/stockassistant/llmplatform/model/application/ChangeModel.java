package io.stockassistant.llmplatform.model.application;

import io.stockassistant.llmplatform.model.ModelConfiguration;
import io.stockassistant.llmplatform.model.ModelDetails;
import io.stockassistant.llmplatform.model.Models;
import org.springframework.transaction.annotation.Transactional;

/** Changes the configuration of a model. */
@Transactional
public class ChangeModel {

    private final Models models;

    /** With the models that there are. */
    public ChangeModel(Models models) {
        this.models = models;
    }

    /**
     * Changes it from the state that was seen. The key is encrypted anew, by the newest encryption key.
     *
     * @return how it is now, to be changed further
     * @throws io.stockassistant.llmplatform.model.NoSuchModel if the model is unknown
     * @throws io.stockassistant.llmplatform.model.ModelChangedMeanwhile if somebody else changed it since
     */
    public ModelConfiguration change(ModelConfiguration seen, ModelDetails details) {
        return models.change(seen, details);
    }
}
