/** The language models that the application may call, and how each is reached. */
@NullMarked
package io.stockassistant.llmplatform;

import org.jspecify.annotations.NullMarked;
