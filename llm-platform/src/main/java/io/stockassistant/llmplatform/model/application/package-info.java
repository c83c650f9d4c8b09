/** What can be done with model configurations, one class a verb. */
@NullMarked
package io.stockassistant.llmplatform.model.application;

import org.jspecify.annotations.NullMarked;
