/** Keeps secrets out of JSON. */
@NullMarked
package io.stockassistant.llmplatform.model.json;

import org.jspecify.annotations.NullMarked;
