package io.stockassistant.migrations.script;

import io.stockassistant.migrations.flyway.BackfillCode;
import io.stockassistant.migrations.flyway.Checksums;
import io.stockassistant.migrations.flyway.UnusableClassException;
import io.stockassistant.migrations.module.SourceFile;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.shared.migration.JavaBackfill;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A class of a backfill. */
public final class BackfillClass implements ScriptFile, BackfillWork {

    private final String module;
    private final SourceFile source;
    private final BackfillCode code;

    BackfillClass(String module, SourceFile source, BackfillCode code) {
        this.module = module;
        this.source = source;
        this.code = code;
    }

    /** The full name of the class. */
    @Override
    public String name() {
        return code.className();
    }

    @Override
    public String fileName() {
        return name();
    }

    @Override
    public String path() {
        return source.path();
    }

    /** What every script may say; the lines about its table are {@link BackfillHeader}'s. */
    @Override
    public Header header() {
        return Header.ofLines(code.headerLines().stream()
                .filter(Predicate.not(BackfillHeader::isLine))
                .toList());
    }

    List<String> headerLines() {
        return code.headerLines();
    }

    /** Of its header lines: what a compiler makes of a class may differ from one to the next. */
    @Override
    public Integer checksum() {
        return Checksums.of(String.join("\n", code.headerLines()));
    }

    @Override
    public int fingerprint() {
        return checksum();
    }

    @Override
    public String place(@Nullable Integer line) {
        return name();
    }

    /** A query for rows that are left to do. */
    Optional<RangeSql> findCheck() {
        return Optional.ofNullable(code.check())
                .map(text -> RangeSql.of(new Statement(text.strip().replaceFirst(";$", ""), 1, true, null)));
    }

    /**
     * A new object of the class.
     *
     * @throws ProblemException if its constructor fails
     */
    public JavaBackfill create() {
        try {
            return code.instances().create();
        } catch (UnusableClassException e) {
            throw new ProblemException(
                    new Problem(
                            ProblemCode.INVALID_CLASS,
                            module,
                            null,
                            path(),
                            "The class " + name() + " (" + path() + ") " + e.getMessage() + ".",
                            e.remedy()),
                    e);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
