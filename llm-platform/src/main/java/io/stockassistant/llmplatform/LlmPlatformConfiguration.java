package io.stockassistant.llmplatform;

import io.stockassistant.llmplatform.encryption.AesGcm;
import io.stockassistant.llmplatform.encryption.EncryptionKeys;
import io.stockassistant.llmplatform.model.Models;
import io.stockassistant.llmplatform.model.application.ActivateModel;
import io.stockassistant.llmplatform.model.application.ChangeModel;
import io.stockassistant.llmplatform.model.application.ChooseModel;
import io.stockassistant.llmplatform.model.application.DeactivateModel;
import io.stockassistant.llmplatform.model.application.RegisterModel;
import io.stockassistant.llmplatform.model.persistence.ModelPersistence;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * The use cases of this context. Needs a JdbcClient, a transaction manager and a Clock; the property
 * {@code llm.encryption-keys} (in the environment {@code LLM_ENCRYPTION_KEYS}) has the keys by which secrets are
 * encrypted, as {@link EncryptionKeys#parse} reads them. There is no default: without it the application does not start.
 */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement(proxyTargetClass = true)
@Import(ModelPersistence.class)
public class LlmPlatformConfiguration {

    @Bean
    AesGcm aesGcm(Environment environment) {
        return new AesGcm(EncryptionKeys.parse(environment.getProperty("llm.encryption-keys", "")));
    }

    @Bean
    RegisterModel registerModel(Models models) {
        return new RegisterModel(models);
    }

    @Bean
    ChangeModel changeModel(Models models) {
        return new ChangeModel(models);
    }

    @Bean
    ActivateModel activateModel(Models models) {
        return new ActivateModel(models);
    }

    @Bean
    DeactivateModel deactivateModel(Models models) {
        return new DeactivateModel(models);
    }

    @Bean
    ChooseModel chooseModel(Models models) {
        return new ChooseModel(models);
    }
}
