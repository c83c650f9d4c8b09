package io.stockassistant.migrations.reference;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A page of the manual, in the language of groff's man macros, which mandoc reads too. */
public final class ManualPage {

    private static final String SECTION = "1";

    private final ShownCommand program;
    private final String version;

    /** @param version of the program, for the foot of the pages */
    public ManualPage(ShownCommand program, String version) {
        this.program = program;
        this.version = version;
    }

    /** The name of the file. */
    public static String fileName(ShownCommand command) {
        return command.page() + "." + SECTION;
    }

    /** The page of a command. */
    public String of(ShownCommand command) {
        Roff page = new Roff();
        page.title(command.page().toUpperCase(Locale.ROOT), SECTION, program.name() + " " + version);
        page.section("Name")
                .text(command.page())
                .raw(" \\- ")
                .text(withoutStop(command.headline()))
                .end();
        page.section("Synopsis")
                .bold(command.words())
                .text(command.synopsis().substring(command.words().length()));
        page.end();
        page.section("Description").text(command.headline()).end();
        command.description().lines().filter(each -> !each.isBlank()).forEach(page::paragraph);
        if (!command.parameters().isEmpty()) {
            page.section("Arguments");
            command.parameters().forEach(each -> page.item(each.label(), each.description()));
        }
        options(page, "Options", command.ownOptions());
        options(page, "Options of every command", command.commonOptions());
        if (!command.commands().isEmpty()) {
            page.section("Commands");
            command.commands().forEach(each -> page.item(each.page() + "(" + SECTION + ")", each.headline()));
        }
        page.section("Exit status");
        page.paragraph("0: done, or nothing to do. 1: a defect of the program. 2: the command line or the configuration"
                + " makes no sense. 3: something was found, or is pending. 4: the database cannot be reached, or"
                + " refuses. 5: a migration failed. 6: refused; the message names what allows it. 130, 143: ended by a"
                + " signal.");
        page.section("Examples").literal(command.examples());
        page.section("See also").text(seeAlso(command)).end();
        return page.toString();
    }

    private static void options(Roff page, String heading, List<ShownOption> options) {
        if (!options.isEmpty()) {
            page.section(heading);
            options.forEach(each -> page.item(term(each), each.description()));
        }
    }

    private static String term(ShownOption option) {
        String value =
                !option.hasValue() ? "" : option.isOptional() ? "[=" + option.label() + "]" : "=" + option.label();
        return String.join(", ", option.names()) + value;
    }

    private String seeAlso(ShownCommand command) {
        return program.all()
                .filter(each -> !each.equals(command))
                .filter(each -> isNear(each, command))
                .map(each -> each.page() + "(" + SECTION + ")")
                .collect(Collectors.joining(", "));
    }

    /** Above it or directly below it; the program's page names the others. */
    private static boolean isNear(ShownCommand one, ShownCommand other) {
        List<String> parent = other.path().subList(0, Math.max(other.path().size() - 1, 1));
        return one.path().size() == 1
                || one.path().equals(parent)
                || other.commands().contains(one);
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
