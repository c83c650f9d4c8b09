package io.stockassistant.migrations.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/**
 * The values of options that every command takes and that may be repeated. Of those that stand before a command and
 * behind it, the parser by itself keeps those behind it.
 */
final class RepeatedOptions {

    private RepeatedOptions() {}

    /** Gives such options all of their values, in the order in which they were typed. */
    static void join(ParseResult line) {
        Map<String, List<Object>> values = new HashMap<>();
        for (ParseResult command = line; command != null; command = command.subcommand()) {
            for (OptionSpec option : command.matchedOptionsSet()) {
                if (option.isMultiValue() && option.scopeType() == ScopeType.INHERIT) {
                    List<Object> all = values.computeIfAbsent(option.longestName(), name -> new ArrayList<>());
                    option.typedValues().forEach(each -> all.addAll((Collection<?>) each)); // one of each time
                    option.setValue(all);
                }
            }
        }
    }
}
