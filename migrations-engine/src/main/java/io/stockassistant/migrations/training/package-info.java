/** A server that answers from memory, for runs whose only purpose is that the virtual machine sees what it will load. */
@NullMarked
package io.stockassistant.migrations.training;

import org.jspecify.annotations.NullMarked;
