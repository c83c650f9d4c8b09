/** Who may depend on whom, as rules that run over the compiled code, each shown to find what it forbids. */
@NullMarked
package io.stockassistant.architecture;

import org.jspecify.annotations.NullMarked;
