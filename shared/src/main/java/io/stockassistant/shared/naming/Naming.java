package io.stockassistant.shared.naming;

/**
 * Names of tables and columns from those of classes and properties, in lower-case words joined by {@code _}.
 *
 * <p>A word begins at an upper-case letter after a lower-case one or a digit. Of several upper-case letters in a row the
 * last begins a word if a lower-case one follows: {@code HTTPServer} is {@code http_server}. A digit belongs to the word
 * before it: {@code roa2Yearly} is {@code roa2_yearly}.
 */
public final class Naming {

    private static final String SUFFIX = "Model";

    private Naming() {}

    /**
     * The table of a persistence model: its simple name without {@code Model} at the end, {@code StockDailyModel} is
     * {@code stock_daily}. Plurals are not guessed: such a table is named with {@code @Table(name = …)}.
     *
     * @throws IllegalArgumentException if the name has more than 63 bytes
     */
    public static String tableOf(Class<?> model) {
        return tableOf(model.getSimpleName());
    }

    /** The same from the simple name of the class. */
    public static String tableOf(String simpleName) {
        boolean isModel = simpleName.endsWith(SUFFIX) && simpleName.length() > SUFFIX.length();
        String stem = isModel ? simpleName.substring(0, simpleName.length() - SUFFIX.length()) : simpleName;
        return checked(SnakeCase.of(stem), simpleName, "@Table");
    }

    /**
     * The column of a property: {@code thirdCode} is {@code third_code}.
     *
     * @throws IllegalArgumentException if the name has more than 63 bytes
     */
    public static String columnOf(String property) {
        return checked(SnakeCase.of(property), property, "@Column");
    }

    private static String checked(String name, String of, String annotation) {
        if (!Identifier.fits(name)) {
            throw new IllegalArgumentException(of + " would be called " + name + ", and PostgreSQL keeps "
                    + Identifier.LONGEST_BYTES + " bytes of a name: give it a shorter one with " + annotation
                    + "(name = …)");
        }
        return name;
    }
}
