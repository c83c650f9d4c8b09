package io.stockassistant.migrations.cli;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ScopeType;

/** Shows in help what a command alone takes first, and what all of them take under a heading of its own. */
final class CommonOptionsLast {

    private static final String HEADING = "%nOptions of every command:%n";

    private CommonOptionsLast() {}

    /** Of a command and all below it. */
    static void arrange(CommandLine commandLine) {
        Map<String, IHelpSectionRenderer> sections = commandLine.getHelpSectionMap();
        sections.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, CommonOptionsLast::render);
        commandLine.setHelpSectionMap(sections);
    }

    private static String render(Help help) {
        Predicate<OptionSpec> common = CommonOptionsLast::isCommon;
        return section(help, common.negate()) + help.createHeading(HEADING) + section(help, common);
    }

    private static String section(Help help, Predicate<OptionSpec> which) {
        List<OptionSpec> options =
                help.commandSpec().options().stream().filter(which).toList();
        return options.isEmpty() ? "" : help.optionListExcludingGroups(options);
    }

    /** The parser writes down itself what it hands on to every command. */
    static boolean isCommon(OptionSpec option) {
        return option.scopeType() == ScopeType.INHERIT || option.usageHelp() || option.versionHelp();
    }
}
