package io.stockassistant.migrations.script;

import io.stockassistant.migrations.flyway.JavaCode;
import io.stockassistant.migrations.module.SourceFile;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.io.IOException;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** One class of a migration. */
public final class JavaFile implements ScriptFile {

    private final String module;
    private final SourceFile source;
    private final JavaCode code;
    private final Header header;

    JavaFile(String module, SourceFile source, JavaCode code) {
        this.module = module;
        this.source = source;
        this.code = code;
        this.header = Header.ofLines(code.headerLines());
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

    @Override
    public Header header() {
        return header;
    }

    @Override
    public @Nullable Integer checksum() {
        return code.checksum();
    }

    /** Of the compiled class alone, not of what it calls. */
    @Override
    public int fingerprint() {
        try {
            CRC32 sum = new CRC32();
            sum.update(source.content().read());
            return (int) sum.getValue();
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem(
                            ProblemCode.UNPARSABLE,
                            module,
                            null,
                            path(),
                            path() + " cannot be read: " + e.getMessage() + ".",
                            "Make the file readable."),
                    e);
        }
    }

    /** As in a stack trace: {@code db.migration.V2__Words(V2__Words.java:12)}. */
    @Override
    public String place(@Nullable Integer line) {
        String simple = name().substring(name().lastIndexOf('.') + 1);
        return line == null ? name() : name() + "(" + simple + ".java:" + line + ")";
    }

    JavaCode code() {
        return code;
    }

    @Override
    public String toString() {
        return name();
    }
}
