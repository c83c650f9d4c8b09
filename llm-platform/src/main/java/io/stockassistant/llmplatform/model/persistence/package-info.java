/** Model configurations in PostgreSQL. */
@NullMarked
package io.stockassistant.llmplatform.model.persistence;

import org.jspecify.annotations.NullMarked;
