package io.stockassistant.migrations.catalog;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Names objects of a database, or one property of them: {@code [KIND] NAME[:PROPERTY]}. In name and property {@code *}
 * stands for any characters, {@code ?} for one; a name is a qualified one, as differences show it. What names an object
 * names all that belongs to it, too.
 */
public final class ObjectPattern {

    private static final Pattern PROPERTY = Pattern.compile("^(.*):([a-z* ]+)$", Pattern.DOTALL);

    private static final Pattern FIRST_WORD = Pattern.compile("^([A-Za-z-]+) ");

    /** The first words of what is known by its name alone, as the server describes it. */
    private static final Set<String> OTHER_KINDS = Set.of(
            "access",
            "cast",
            "collation",
            "conversion",
            "event",
            "foreign-data",
            "language",
            "large",
            "operator",
            "rights",
            "security",
            "server",
            "subscription",
            "text",
            "transform",
            "user");

    private final String text;
    private final @Nullable Kind kind;
    private final Pattern name;
    private final @Nullable Pattern property;

    private ObjectPattern(String text, @Nullable Kind kind, String name, @Nullable String property) {
        this.text = text;
        this.kind = kind;
        this.name = glob(name);
        this.property = property == null ? null : glob(property);
    }

    /** Empty where it begins with words that are no kind of object. */
    public static Optional<ObjectPattern> find(String text) {
        var parts = PROPERTY.matcher(text.strip());
        String object = parts.matches() ? parts.group(1).strip() : text.strip();
        String property = parts.matches() ? parts.group(2).strip() : null;
        Optional<Kind> kind = Arrays.stream(Kind.values())
                .filter(each -> (object + " ").startsWith(each.word() + " "))
                .max(Comparator.comparingInt(each -> each.word().length()));
        String name =
                kind.map(each -> object.substring(each.word().length()).strip()).orElse(object);
        var word = FIRST_WORD.matcher(name);
        boolean wordsBefore = kind.isEmpty() && word.find() && !OTHER_KINDS.contains(word.group(1));
        boolean nothing = name.isEmpty() && !kind.equals(Optional.of(Kind.DATABASE));
        return wordsBefore || nothing
                ? Optional.empty()
                : Optional.of(new ObjectPattern(text, kind.orElse(null), name, property));
    }

    /** The kinds that a pattern may begin with. */
    public static List<String> kinds() {
        return Arrays.stream(Kind.values())
                .filter(each -> each != Kind.OTHER)
                .map(Kind::word)
                .collect(Collectors.toList());
    }

    /** Whether it names this object, or the property of it that differs. */
    public boolean names(Difference difference) {
        String differing = difference.property();
        return (property == null
                        || (differing != null && property.matcher(differing).matches()))
                && (kind == null || kind == difference.kind())
                && name.matcher(difference.object()).matches();
    }

    /** Whether it names an object as a whole, and so what belongs to it. */
    public boolean names(CatalogObject object) {
        return property == null
                && (kind == null || kind == object.kind())
                && name.matcher(object.qualified()).matches();
    }

    private static Pattern glob(String glob) {
        String regex = glob.chars()
                .mapToObj(each -> each == '*' ? ".*" : each == '?' ? "." : Pattern.quote(Character.toString(each)))
                .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.DOTALL);
    }

    @Override
    public String toString() {
        return text;
    }
}
