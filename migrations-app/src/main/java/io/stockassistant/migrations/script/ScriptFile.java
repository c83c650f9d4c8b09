package io.stockassistant.migrations.script;

import io.stockassistant.migrations.flyway.Checksums;
import io.stockassistant.migrations.module.SourceFile;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One SQL file of a migration, read when it is first asked for and only once. */
public final class ScriptFile {

    private final String module;
    private final SourceFile source;
    private final @Nullable SourceFile conf;
    private @Nullable Content content;

    private record Content(
            String text,
            Header header,
            int checksum,
            @Nullable Boolean executeInTransaction) {}

    ScriptFile(String module, SourceFile source, @Nullable SourceFile conf) {
        this.module = module;
        this.source = source;
        this.conf = conf;
    }

    /** The file's name: what the history calls the script. */
    public String name() {
        return source.name();
    }

    /** Where it is, for messages. */
    public String path() {
        return source.path();
    }

    /**
     * The text, as it is in the file.
     *
     * @throws ProblemException if it cannot be read or is not UTF-8, or its {@code .conf} file makes no sense
     */
    public String text() {
        return content().text();
    }

    /** @throws ProblemException if the file cannot be read or is not UTF-8 */
    public Header header() {
        return content().header();
    }

    /**
     * Flyway's checksum: line ends and a byte order mark do not count.
     *
     * @throws ProblemException if the file cannot be read or is not UTF-8
     */
    public int checksum() {
        return content().checksum();
    }

    /** What {@code <file>.conf} says about transactions; null when it says nothing. */
    public @Nullable Boolean executeInTransaction() {
        return content().executeInTransaction();
    }

    private synchronized Content content() {
        Content known = content;
        if (known == null) {
            try {
                String text = decode(source.content().read());
                known = new Content(text, Header.parse(text), Checksums.of(text), ScriptConf.read(conf));
            } catch (CharacterCodingException e) {
                throw problem(
                        ProblemCode.NOT_UTF8,
                        source.path() + " is not UTF-8.",
                        "Save " + source.path() + " as UTF-8.",
                        e);
            } catch (IllegalArgumentException e) {
                throw problem(
                        ProblemCode.UNPARSABLE,
                        e.getMessage() + ".",
                        "Write one line into " + source.path() + ScriptConf.SUFFIX
                                + ": executeInTransaction=false or executeInTransaction=true.",
                        e);
            } catch (IOException e) {
                throw problem(
                        ProblemCode.UNPARSABLE,
                        source.path() + " cannot be read: " + e.getMessage() + ".",
                        "Make the file readable.",
                        e);
            }
            content = known;
        }
        return known;
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private ProblemException problem(ProblemCode code, String message, String remedy, Exception cause) {
        return new ProblemException(new Problem(code, module, null, source.path(), message, remedy), cause);
    }

    @Override
    public String toString() {
        return path();
    }
}
