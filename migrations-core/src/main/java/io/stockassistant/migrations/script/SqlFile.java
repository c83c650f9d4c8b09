package io.stockassistant.migrations.script;

import io.stockassistant.migrations.flyway.Checksums;
import io.stockassistant.migrations.module.SourceFile;
import io.stockassistant.migrations.problem.FileReason;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One SQL file of a migration, read when it is first asked for and only once. */
public final class SqlFile implements ScriptFile {

    private static final char REPLACEMENT = '\uFFFD';

    private final String module;
    private final SourceFile source;
    private final @Nullable SourceFile conf;
    private @Nullable Content content;

    private record Content(String text, Header header, int checksum, ScriptConf conf) {}

    SqlFile(String module, SourceFile source, @Nullable SourceFile conf) {
        this.module = module;
        this.source = source;
        this.conf = conf;
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public String fileName() {
        return source.fileName();
    }

    @Override
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

    @Override
    public Header header() {
        return content().header();
    }

    /** Of its text: line ends and a byte order mark do not count. */
    @Override
    public Integer checksum() {
        return content().checksum();
    }

    @Override
    public int fingerprint() {
        return content().checksum();
    }

    @Override
    public String place(@Nullable Integer line) {
        return line == null ? path() : path() + ":" + line;
    }

    /** Whether another content, read as this file is, has a checksum. */
    public boolean hadChecksum(byte[] other, int checksum) {
        try {
            return Checksums.of(decode(other, content().conf().encoding())) == checksum;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** What {@code <file>.conf} says about transactions; null when it says nothing. */
    public @Nullable Boolean executeInTransaction() {
        return content().conf().executeInTransaction();
    }

    /** Whether placeholders in the text have values; {@code <file>.conf} can say that they have none. */
    public boolean replacesPlaceholders() {
        return content().conf().placeholderReplacement();
    }

    private synchronized Content content() {
        Content known = content;
        if (known == null) {
            try {
                ScriptConf read = ScriptConf.read(conf);
                String text = decode(source.content().read(), read.encoding());
                known = new Content(text, Header.parse(text), Checksums.of(text), read);
            } catch (CharacterCodingException e) {
                throw problem(
                        ProblemCode.NOT_UTF8,
                        source.path() + " is not UTF-8.",
                        "Save " + source.path() + " as UTF-8, or name its encoding in " + source.path()
                                + ScriptConf.SUFFIX + ": encoding=ISO-8859-1.",
                        e);
            } catch (ScriptConf.ConditionException e) {
                throw problem(
                        ProblemCode.UNPARSABLE,
                        e.getMessage() + ".",
                        "Take it out of " + source.path() + ScriptConf.SUFFIX + " and write the condition into the"
                                + " script, which then is applied everywhere and does what each database needs (DO $$"
                                + " BEGIN IF … THEN … END IF; END $$;); or put what only some databases need into a"
                                + " module that only these get.",
                        e);
            } catch (IllegalArgumentException e) {
                throw problem(
                        ProblemCode.UNPARSABLE,
                        e.getMessage() + ".",
                        "Correct " + source.path() + ScriptConf.SUFFIX
                                + "; it may hold executeInTransaction=false|true, placeholderReplacement=false|true and"
                                + " encoding=NAME.",
                        e);
            } catch (IOException e) {
                throw problem(
                        ProblemCode.UNPARSABLE,
                        source.path() + " cannot be read: " + FileReason.of(Path.of(source.path()), e) + ".",
                        "Make the file readable.",
                        e);
            }
            content = known;
        }
        return known;
    }

    private static String decode(byte[] bytes, Charset encoding) throws CharacterCodingException {
        String text = new String(bytes, encoding);
        boolean certain = text.indexOf(REPLACEMENT) < 0; // otherwise it stands in the file, or for what is no character
        return certain
                ? text
                : encoding.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private ProblemException problem(ProblemCode code, String message, String remedy, Exception cause) {
        return new ProblemException(new Problem(code, module, null, source.path(), message, remedy), cause);
    }

    @Override
    public String toString() {
        return path();
    }
}
