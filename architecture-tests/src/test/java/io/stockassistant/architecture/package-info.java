/** This project's code and fixtures that break every rule, held against the rules. */
@NullMarked
package io.stockassistant.architecture;

import org.jspecify.annotations.NullMarked;
