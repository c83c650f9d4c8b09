package io.stockassistant.shared.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One line {@code host:port:database:user:password}, where {@code *} matches all and a backslash escapes. */
record PgPassLine(List<Field> fields, String password) {

    /** @param any whether it is an asterisk that nobody escaped */
    record Field(String text, boolean any) {
        boolean matches(String wanted) {
            return any || text.equals(wanted);
        }
    }

    /** Nothing for a comment, an empty line, or one with too few fields, which libpq passes over as well. */
    static Optional<PgPassLine> parse(String line) {
        if (line.startsWith("#")) {
            return Optional.empty();
        }
        List<Field> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        int begin = 0;
        int i = 0;
        for (; i < line.length() && fields.size() < 4; i++) {
            char c = line.charAt(i);
            if (c == ':') {
                fields.add(new Field(field.toString(), line.substring(begin, i).equals("*")));
                field.setLength(0);
                begin = i + 1;
            } else if (c == '\\' && i + 1 < line.length()) {
                i++;
                field.append(line.charAt(i));
            } else {
                field.append(c);
            }
        }
        return fields.size() < 4
                ? Optional.empty()
                : Optional.of(new PgPassLine(List.copyOf(fields), unescaped(line.substring(i))));
    }

    Optional<String> findPassword(List<String> wanted) {
        for (int i = 0; i < fields.size(); i++) {
            if (!fields.get(i).matches(wanted.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(password);
    }

    /** The password ends at the next colon that is not escaped. */
    private static String unescaped(String rest) {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < rest.length() && rest.charAt(i) != ':'; i++) {
            boolean escape = rest.charAt(i) == '\\' && i + 1 < rest.length();
            i += escape ? 1 : 0;
            password.append(rest.charAt(i));
        }
        return password.toString();
    }
}
