package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.database.Database;
import io.stockassistant.migrations.diff.LiveSide;
import io.stockassistant.migrations.diff.Side;
import io.stockassistant.migrations.diff.Sides;
import io.stockassistant.migrations.diff.Source;
import io.stockassistant.migrations.drift.LiveDatabase;
import io.stockassistant.migrations.module.ModuleSource;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.shared.config.DatabaseSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Makes of sources what is compared: databases in use are read, everything else is built on a shadow. */
final class DiffSides {

    private final Workspace workspace;
    private final Modules hidden;
    private final Map<Source, LiveSide> live = new LinkedHashMap<>();

    /**
     * Reads the databases in use.
     *
     * @param copied whether they are to be built again
     * @throws ProblemException if one cannot be read, or they are of different versions
     */
    DiffSides(Workspace workspace, List<Source> sources, boolean copied) {
        this.workspace = workspace;
        this.hidden = HiddenHistories.of(workspace, sources);
        for (Source each : sources) {
            if (each.isLive()) {
                live.put(each, read(each, copied));
            }
        }
        refuseOtherVersions();
    }

    /** The modules whose histories are looked at by nobody. */
    Modules hidden() {
        return hidden;
    }

    /** The major version of the server of a database in use, if there is one. */
    OptionalInt findMajor() {
        return live.values().stream().mapToInt(LiveSide::major).findFirst();
    }

    /** Whether nothing has to be built. */
    boolean areAllLive(List<Source> sources) {
        return live.keySet().containsAll(sources);
    }

    Side ofLive(Source source) {
        LiveSide side = live.get(source);
        if (side == null) {
            throw new IllegalArgumentException("not a database in use: " + source);
        }
        return Side.of(side);
    }

    Side of(Source source, Sides sides) throws SQLException {
        if (source instanceof Source.SqlFile file) {
            return sides.build(file.path());
        }
        if (source instanceof Source.ModuleFolder folder) {
            return sides.build(
                    Migrations.list(Modules.of(ModuleSource.folder(folder.path())), workspace::placeholders));
        }
        if (source instanceof Source.Models) {
            return sides.build(workspace.migrations(), Libraries.engines().models());
        }
        return source.isLive() ? ofLive(source) : sides.build(workspace.migrations());
    }

    private LiveSide read(Source source, boolean copied) {
        if (source instanceof Source.Url url) {
            Database database = workspace.target().other(url.url());
            try (Connection connection = database.open("diff")) {
                return read(connection, database.settings(), copied);
            } catch (SQLException e) {
                throw TargetDatabase.refused(e, database.settings());
            }
        }
        return workspace
                .target()
                .query(connection -> read(connection, workspace.target().settings(), copied));
    }

    private LiveSide read(Connection connection, DatabaseSettings settings, boolean copied) throws SQLException {
        LiveDatabase database = LiveDatabase.read(connection, hidden);
        LiveSide side = LiveSide.of(
                "the database " + settings.database() + " at " + settings.address(),
                database.major(),
                database.catalog());
        return copied ? side.withStatements(connection) : side;
    }

    private void refuseOtherVersions() {
        List<Integer> majors =
                live.values().stream().map(LiveSide::major).distinct().toList();
        if (majors.size() > 1) {
            throw Problem.of(
                            ProblemCode.NOT_COMPARABLE,
                            "One database is on PostgreSQL " + majors.get(0) + ", the other on " + majors.get(1)
                                    + ": what they say of the same objects differs.",
                            "Compare the schema of one (pg_dump --schema-only) as a file with the other.")
                    .asException();
        }
    }
}
