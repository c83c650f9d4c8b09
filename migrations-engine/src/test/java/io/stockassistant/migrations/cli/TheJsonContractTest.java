package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The objects that scripts rely on: their members and types, what stands in them, and the exit status beside them. */
final class TheJsonContractTest {

    private static final String STEP = "{'module':'string','version':'string','direction':'string'}";
    private static final String DONE_STEP =
            "{'module':'string','version':'string','direction':'string','millis':'number'}";
    private static final String RUN = "{'schemaVersion':'number','outcome':'string','steps':[" + DONE_STEP
            + "],'notReached':[" + STEP + "],'remedy':'string|null'}";
    private static final String STOPPED = "{'schemaVersion':'number','outcome':'string','steps':[" + DONE_STEP
            + "],'failed':{'code':'string','module':'string','version':'string','file':'string','line':'number|null',"
            + "'statement':'string|null','sqlstate':'string|null','message':'string','detail':'string|null',"
            + "'hint':'string|null','state':'string'},'notReached':[" + STEP + "],'remedy':'string'}";
    private static final String PLAN = "{'schemaVersion':'number','direction':'string',"
            + "'database':{'systemIdentifier':'string','name':'string'},'from':{'*':'string|null'},"
            + "'steps':[{'module':'string','version':'string','description':'string','direction':'string',"
            + "'script':'string','checksum':'number','reason':'string','transactional':'boolean',"
            + "'schema':'string','history':'string','scriptDigest':'string','textDigest':'string'}],"
            + "'warnings':['string'],"
            + "'request':{'direction':'string','targets':['string'],'outOfOrder':'boolean','cascade':'boolean'},'hash':'string'}";
    private static final String POSITION =
            "'module':'string','schema':'string','current':'string|null'," + "'head':'string|null','pending':'number'";
    private static final String CURRENT = "{'schemaVersion':'number','modules':[{" + POSITION + "}]}";
    private static final String HEADS =
            "{'schemaVersion':'number','modules':[{'module':'string','head':'string|null'}]}";
    private static final String HISTORY = "{'schemaVersion':'number','migrations':[{'module':'string',"
            + "'version':'string','description':'string','state':'string','appliedAt':'string|null',"
            + "'appliedBy':'string|null','millis':'number|null'}]}";
    private static final String PROBLEM = "{'code':'string','module?':'string','version?':'string','file?':'string',"
            + "'message':'string','remedy':'string'}";
    private static final String STATUS = "{'schemaVersion':'number','connected':'boolean','server':'string|null',"
            + "'database':'string|null','embedded':'boolean','modules':[{" + POSITION + ",'missingTables':'null'}],"
            + "'problems':[" + PROBLEM + "]}";
    private static final String VALIDATE = "{'schemaVersion':'number','problems':[{'code':'string',"
            + "'module':'string|null','version':'string|null','file':'string|null','message':'string',"
            + "'remedy':'string'}]}";
    private static final String ERROR =
            "{'schemaVersion':'number','error':" + PROBLEM + ",'problems?':[" + PROBLEM + "]}";
    private static final String SCRIPT = "{'file':'string','sql':'string'}";
    private static final String SHOW = "{'schemaVersion':'number','module':'string','version':'string',"
            + "'description':'string','checksum':'number','dependsOn':['string'],'irreversible':'string|null',"
            + "'upgrade':" + SCRIPT + ",'downgrade':" + SCRIPT + "}";
    private static final String REPAIR =
            "{'schemaVersion':'number','repaired':[{'module':'string','version':'string','what':'string'}]}";
    private static final String REVISION =
            "{'schemaVersion':'number','module':'string','version':'string','files':['string']}";
    private static final String REBASE =
            "{'schemaVersion':'number','renamed':['string'],'updated':['string'],'database':'string','sharedBranches':['string']}";

    @TempDir
    private Path folder;

    /** What somebody did to the modules and the database before. */
    private interface Preparation {
        void on(TwoModules modules) throws IOException;
    }

    /** Members are written as a JSON pointer, an equals sign, and the value. */
    private record Case(
            String name, Preparation before, String command, int status, String shape, List<String> members) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case one(
            String name, Preparation before, String command, int status, String shape, String... members) {
        return new Case(name, before, command, status, shape, List.of(members));
    }

    private static final Preparation NOTHING = modules -> {};
    private static final Preparation UPGRADED = modules -> upgrade(modules);
    private static final Preparation BROKEN =
            modules -> modules.write("alpha/V2__second.sql", "CREATE TABLE two (id integer);\n\nSELECT 1 / 0;\n");
    private static final Preparation EDITED = modules -> {
        upgrade(modules);
        modules.write("alpha/V1__first.sql", "CREATE TABLE other (id integer);\n");
    };
    private static final Preparation LATE = modules -> {
        upgrade(modules);
        modules.write("alpha/V1.5__late.sql", "CREATE TABLE late (id integer);\n");
    };
    private static final Preparation REMOVED = modules -> {
        upgrade(modules);
        modules.delete("alpha/V2__second.sql");
        modules.delete("alpha/U2__second.sql");
    };

    private static void upgrade(TwoModules modules) {
        Answer answer = modules.run("upgrade");
        assertThat(answer.status()).as(answer.err()).isZero();
    }

    static Stream<Case> cases() {
        return Stream.of(
                one("heads", NOTHING, "heads", 0, HEADS, "/modules/0/module=alpha", "/modules/0/head=2"),
                one(
                        "current, empty",
                        NOTHING,
                        "current",
                        0,
                        CURRENT,
                        "/modules/0/current=null",
                        "/modules/0/pending=2"),
                one(
                        "current, at head",
                        UPGRADED,
                        "current",
                        0,
                        CURRENT,
                        "/modules/1/current=1",
                        "/modules/1/pending=0"),
                one("plan up", NOTHING, "plan", 0, PLAN, "/direction=up", "/from/alpha=null", "/steps/2/module=beta"),
                one("plan one module", NOTHING, "plan upgrade alpha", 0, PLAN, "/steps/1/version=2", "/steps/2="),
                one(
                        "plan down",
                        UPGRADED,
                        "plan downgrade -1",
                        0,
                        PLAN,
                        "/direction=down",
                        "/steps/0/script=U1__only.sql"),
                one("plan of nothing", UPGRADED, "plan", 0, PLAN, "/direction=none", "/from/alpha=2", "/steps/0="),
                one("upgrade", NOTHING, "upgrade", 0, RUN, "/outcome=applied", "/steps/2/direction=up", "/remedy=null"),
                one("upgrade again", UPGRADED, "upgrade", 0, RUN, "/outcome=nothing-to-do", "/steps/0="),
                one("downgrade", UPGRADED, "downgrade base", 0, RUN, "/outcome=applied", "/steps/0/module=beta"),
                one("downgrade at base", NOTHING, "downgrade base", 0, RUN, "/outcome=nothing-to-do"),
                one(
                        "a migration fails",
                        BROKEN,
                        "upgrade",
                        5,
                        STOPPED,
                        "/outcome=stopped",
                        "/steps/0/version=1",
                        "/failed/code=failed-migration",
                        "/failed/line=3",
                        "/failed/statement=SELECT 1 / 0",
                        "/failed/sqlstate=22012",
                        "/failed/hint=null",
                        "/notReached/0/module=beta"),
                one("history, empty", NOTHING, "history", 0, HISTORY, "/migrations/0/state=pending"),
                one("history, applied", UPGRADED, "history beta", 0, HISTORY, "/migrations/0/state=applied"),
                one("history, edited", EDITED, "history", 0, HISTORY, "/migrations/0/state=changed"),
                one("history, late", LATE, "history", 0, HISTORY, "/migrations/1/state=out-of-order"),
                one("history, removed", REMOVED, "history", 0, HISTORY, "/migrations/1/state=missing"),
                one("status, pending", NOTHING, "status", 3, STATUS, "/connected=true", "/problems/0="),
                one("status, current", UPGRADED, "status", 0, STATUS, "/modules/0/pending=0", "/embedded=false"),
                one("status, edited", EDITED, "status", 3, STATUS, "/problems/0/code=checksum-mismatch"),
                one("validate, all well", UPGRADED, "validate", 0, VALIDATE, "/problems/0="),
                one("validate, edited", EDITED, "validate", 3, VALIDATE, "/problems/0/version=1"),
                one("validate, removed", REMOVED, "validate", 3, VALIDATE, "/problems/0/code=missing-file"),
                one("upgrade of edited files", EDITED, "upgrade", 3, ERROR, "/error/code=checksum-mismatch"),
                one("upgrade of a late one", LATE, "upgrade", 3, ERROR, "/error/code=out-of-order"),
                one("late, allowed", LATE, "upgrade --out-of-order", 0, RUN, "/steps/0/version=1.5"),
                one(
                        "revision",
                        NOTHING,
                        "revision -m beta next",
                        0,
                        REVISION,
                        "/module=beta",
                        "/version=2",
                        "/files/3="),
                one("late, rebased", LATE, "rebase alpha --yes", 0, REBASE, "/updated/0="),
                one("late, not agreed to", LATE, "rebase alpha", 6, ERROR, "/error/code=confirmation-required"),
                one("nothing to rebase", UPGRADED, "rebase alpha", 0, REBASE, "/renamed/0="),
                one("repair", EDITED, "repair --yes", 0, REPAIR, "/repaired/0/version=1"),
                one("repair, not agreed", EDITED, "repair", 6, ERROR, "/error/code=confirmation-required"),
                one("nothing to repair", UPGRADED, "repair", 0, REPAIR, "/repaired/0="),
                one("show", NOTHING, "show beta@head", 0, SHOW, "/dependsOn/0=alpha@1", "/irreversible=null"),
                one("others in the way", UPGRADED, "downgrade alpha@base", 6, ERROR, "/error/code=cascade-required"),
                one("others too", UPGRADED, "downgrade alpha@base --cascade", 0, RUN, "/steps/2/version=1"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isKept(Case one) throws IOException {
        try (TwoModules modules = new TwoModules(folder)) {
            one.before().on(modules);
            Answer answer = modules.run(one.command() + " --output json");
            JsonNode json = answer.json();
            assertThat(Shape.of(one.shape().replace('\'', '"')).differences(json))
                    .as(answer.out())
                    .isEmpty();
            assertThat(one.members()).allSatisfy(each -> {
                String[] pointerAndValue = each.split("=", 2);
                assertThat(json.at(pointerAndValue[0]).asString(text(json.at(pointerAndValue[0]))))
                        .as(each + " in " + answer.out())
                        .isEqualTo(pointerAndValue[1]);
            });
            assertThat(answer.status()).as("exit status").isEqualTo(one.status());
        }
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() ? "" : value.isNull() ? "null" : value.toString();
    }
}
