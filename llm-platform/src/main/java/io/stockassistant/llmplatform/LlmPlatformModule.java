package io.stockassistant.llmplatform;

import io.stockassistant.shared.migration.MigrationModule;

/**
 * Claims the schema {@code llm_platform}: configurations of language models.
 *
 * <p>It depends on no other module: its tables refer to its own tables only.
 */
public final class LlmPlatformModule implements MigrationModule {

    @Override
    public String name() {
        return "llm-platform";
    }
}
