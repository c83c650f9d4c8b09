package io.stockassistant.migrations.reference;

import java.util.List;
import java.util.Locale;

/** Writes the man macros. */
final class Roff {

    private final StringBuilder text = new StringBuilder();

    void title(String name, String section, String source) {
        text.append(".TH \"")
                .append(escape(name))
                .append("\" \"")
                .append(section)
                .append("\" \"\" \"");
        text.append(escape(source)).append("\" \"\"\n.nh\n.ad l\n");
    }

    Roff section(String heading) {
        text.append(".SH \"").append(escape(heading.toUpperCase(Locale.ROOT))).append("\"\n");
        return this;
    }

    /** The rest of a line, or all of it. */
    Roff text(String words) {
        text.append(escape(words));
        return this;
    }

    Roff bold(String words) {
        text.append("\\fB").append(escape(words)).append("\\fR");
        return this;
    }

    /** What is written in the language already. */
    Roff raw(String words) {
        text.append(words);
        return this;
    }

    void end() {
        text.append('\n');
    }

    void paragraph(String words) {
        text.append(".PP\n").append(escape(words)).append('\n');
    }

    /** A term and what it means. */
    void item(String term, String meaning) {
        text.append(".TP\n\\fB")
                .append(escape(term))
                .append("\\fR\n")
                .append(escape(meaning))
                .append('\n');
    }

    /** Lines that stay as they are. */
    void literal(List<String> lines) {
        text.append(".nf\n");
        lines.forEach(each -> text.append(escape(each)).append('\n'));
        text.append(".fi\n");
    }

    /** No character but the plain ones of ASCII gets through as it is, since not every reader knows the encoding. */
    private static String escape(String plain) {
        StringBuilder escaped = new StringBuilder();
        plain.codePoints().forEach(each -> {
            switch (each) {
                case '\\' -> escaped.append("\\e");
                case '-' -> escaped.append("\\-");
                case '\'' -> escaped.append("\\(aq");
                case '"' -> escaped.append("\\(dq");
                case '`' -> escaped.append("\\(ga");
                case '^' -> escaped.append("\\(ha");
                case '~' -> escaped.append("\\(ti");
                case '.' -> escaped.append(escaped.isEmpty() ? "\\&." : ".");
                default -> {
                    if (each < 0x80) {
                        escaped.appendCodePoint(each);
                    } else {
                        escaped.append(String.format(Locale.ROOT, "\\[u%04X]", each));
                    }
                }
            }
        });
        return escaped.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
