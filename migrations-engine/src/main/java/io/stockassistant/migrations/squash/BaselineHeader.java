package io.stockassistant.migrations.squash;

import io.stockassistant.migrations.script.HeaderLines;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.script.Version;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The comment lines above a baseline: what it depends on, and what it replaces. */
final class BaselineHeader {

    private final Migrations migrations;
    private final List<Cut> cuts;

    BaselineHeader(Migrations migrations, List<Cut> cuts) {
        this.migrations = migrations;
        this.cuts = cuts;
    }

    String of(Cut cut, @Nullable String lastRelease) {
        StringBuilder text = new StringBuilder();
        text.append("-- Builds ").append(cut.module().schema()).append(" as its migrations up to ");
        text.append(cut.newest().version()).append(" did, rows included.\n");
        for (String module :
                new TreeSet<>(migrations.modules().dependenciesOf(cut.module().name()))) {
            findNamed(cut, module)
                    .ifPresent(
                            each -> text.append("-- depends-on: ").append(each).append('\n'));
        }
        cut.replaced().forEach(each -> text.append(HeaderLines.replaces(each)).append('\n'));
        cut.replacedBackfills()
                .forEach(each -> text.append(HeaderLines.replacesBackfill(each)).append('\n'));
        if (lastRelease != null) {
            text.append("-- last-release: ").append(lastRelease).append('\n');
        }
        return text.toString();
    }

    /** The newest migration of a module that one of the squashed ones names, or the baseline that replaces that. */
    private Optional<Revision> findNamed(Cut cut, String module) {
        boolean ordered = migrations.hasTimestamps(module)
                && migrations.hasTimestamps(cut.module().name());
        TreeSet<Version> all = new TreeSet<>();
        for (Migration migration : cut.squashed()) {
            List<Version> named = migration.upgrade().header().dependsOn().stream()
                    .filter(each -> each.module().equals(module))
                    .map(Revision::version)
                    .toList();
            if (named.isEmpty() && !ordered) {
                return Optional.empty(); // it needs that module's head, which naming nothing says
            }
            all.addAll(named);
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(inForce(new Revision(module, all.last())));
    }

    private Revision inForce(Revision named) {
        return cuts.stream()
                .filter(each -> each.module().name().equals(named.module()))
                .filter(each -> named.version().compareTo(each.version()) <= 0)
                .map(Cut::baseline)
                .findFirst()
                .or(() -> migrations
                        .findBaseline(named.module())
                        .filter(each -> named.version().compareTo(each.version()) <= 0)
                        .map(Migration::revision))
                .orElse(named);
    }
}
