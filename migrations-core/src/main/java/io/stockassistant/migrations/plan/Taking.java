package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Revision;
import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a downgrade's target takes back by itself.
 *
 * @param modules the modules that it names
 * @param asksFor whether it takes back a revision, also one whose file is gone
 */
record Taking(Collection<Migration> migrations, Set<String> modules, Predicate<Revision> asksFor) {}
