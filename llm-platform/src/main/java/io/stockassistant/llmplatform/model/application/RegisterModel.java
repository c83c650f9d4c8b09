package io.stockassistant.llmplatform.model.application;

import io.stockassistant.llmplatform.model.InvalidModel;
import io.stockassistant.llmplatform.model.ModelConfiguration;
import io.stockassistant.llmplatform.model.ModelDetails;
import io.stockassistant.llmplatform.model.Models;
import org.springframework.transaction.annotation.Transactional;

/** Makes a language model known. */
@Transactional
public class RegisterModel {

    private final Models models;

    /** With the models that there are. */
    public RegisterModel(Models models) {
        this.models = models;
    }

    /**
     * Registers it; it may be used at once.
     *
     * @throws InvalidModel if the alias is blank or has a NUL character
     * @throws io.stockassistant.llmplatform.model.ModelExists if the alias is taken
     */
    public ModelConfiguration register(String alias, ModelDetails details) {
        if (alias.isBlank() || alias.indexOf('\0') >= 0) {
            throw new InvalidModel("its alias is empty or has a NUL character; give one");
        }
        return models.add(alias, details);
    }
}
