package io.stockassistant.migrations.change;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A type of the server's own, as it prints it.
 *
 * @param name with its time zone, without its size
 * @param size its length, precision or digits
 */
record SqlType(String name, Optional<Integer> size, Optional<Integer> scale, boolean array) {

    private static final Pattern TYPE =
            Pattern.compile("^([a-z ]+?|\"char\")(?:\\((\\d+)(?:,(-?\\d+))?\\))?( with(?:out)? time zone)?(\\[\\])?$");

    /** Nothing for a type of the user's. */
    static Optional<SqlType> find(String printed) {
        Matcher found = TYPE.matcher(printed.replaceFirst("^.*\\.citext$", "citext"));
        if (!found.matches()) {
            return Optional.empty();
        }
        String zone = Optional.ofNullable(found.group(4))
                .filter(each -> each.equals(" with time zone"))
                .orElse("");
        return Optional.of(new SqlType(
                found.group(1) + zone,
                Optional.ofNullable(found.group(2)).map(Integer::valueOf),
                Optional.ofNullable(found.group(3)).map(Integer::valueOf),
                found.group(5) != null));
    }

    boolean isTime() {
        return name.startsWith("time") || name.equals("interval");
    }
}
