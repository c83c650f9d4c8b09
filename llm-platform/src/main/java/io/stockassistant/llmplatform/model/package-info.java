/** Configurations of language models: what the application may call, and which to prefer. */
@NullMarked
package io.stockassistant.llmplatform.model;

import org.jspecify.annotations.NullMarked;
