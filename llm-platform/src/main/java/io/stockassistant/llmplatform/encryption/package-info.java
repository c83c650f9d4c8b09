/** Secrets at rest: AES-GCM under keys that have versions. */
@NullMarked
package io.stockassistant.llmplatform.encryption;

import org.jspecify.annotations.NullMarked;
