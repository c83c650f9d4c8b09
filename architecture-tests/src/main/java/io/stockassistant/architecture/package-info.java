/** What holds for the code of modules, as rules that any project can run over its own. */
@NullMarked
package io.stockassistant.architecture;

import org.jspecify.annotations.NullMarked;
