package io.stockassistant.migrations.script;

import io.stockassistant.migrations.flyway.JavaWork;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A script ready to run.
 *
 * @param statements in order; none in Java, and in a way back that says that there is none
 * @param transactional whether it runs in one transaction together with its history row
 * @param work what is done instead of the statements, in Java
 */
public record Script(
        ScriptFile file,
        List<Statement> statements,
        boolean transactional,
        @Nullable JavaWork work) {

    /** One in SQL. */
    public Script(ScriptFile file, List<Statement> statements, boolean transactional) {
        this(file, statements, transactional, null);
    }

    public Script {
        statements = List.copyOf(statements);
    }

    public Optional<JavaWork> findWork() {
        return Optional.ofNullable(work);
    }
}
