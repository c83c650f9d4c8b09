package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.authoring.NewMigration;
import io.stockassistant.migrations.authoring.Title;
import io.stockassistant.migrations.module.ModuleSource;
import io.stockassistant.migrations.module.Modules;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two branches each add a migration to one module, and are merged. */
class TwoBranchesTest {

    private static final LocalDateTime MORNING = LocalDateTime.of(2026, 3, 1, 9, 30);

    @TempDir
    private Path folder;

    private TwoModules database;
    private SourceModules modules;
    private GitRepository git;

    @BeforeEach
    void aModuleThatIsInProduction() throws IOException, InterruptedException {
        database = new TwoModules(folder);
        modules = new SourceModules(database.modules());
        add("shop", "customers", MORNING.minusDays(1));
        git = GitRepository.of(database.modules());
    }

    @AfterEach
    void end() {
        database.close();
    }

    private void add(String module, String text, LocalDateTime now) throws IOException {
        database.write(module + "/module.properties", "");
        Modules folders = Modules.of(ModuleSource.folder(database.modules())).inFolders();
        List<Path> files = new NewMigration(module, Title.of(text), List.of(), null)
                .write(folders, now)
                .files();
        modules.write(relative(files.get(0)), "CREATE TABLE " + text + " ();\n")
                .write(relative(files.get(1)), "DROP TABLE " + text + ";\n");
    }

    private String relative(Path file) {
        return database.modules().relativize(file).toString();
    }

    private void branch(String name, String module, LocalDateTime now) throws IOException, InterruptedException {
        branch(name, module, now, "main");
    }

    @ParameterizedTest
    @CsvSource({
        "shop, 0", // written in the same second
        "shop, 1",
        "shop, 86400",
        "alpha, 0", // counts its versions
    })
    void meetInTheHeadFile(String module, int secondsLater) throws IOException, InterruptedException {
        branch("orders", module, MORNING);
        branch("prices", module, MORNING.plusSeconds(secondsLater));

        assertThat(git.merge("orders")).containsExactly(module + "/HEAD");

        assertThat(modules.run("validate", "--offline").err())
                .contains("error: head-mismatch: ")
                .contains(module + "/HEAD holds a conflict that git left behind.")
                .contains("help: migrations rebase " + module);
        assertThat(modules.run("revision", "-m", module, "more").status()).isEqualTo(3);
    }

    @Test
    void doNotMeetInDifferentModules() throws IOException, InterruptedException {
        branch("orders", "shop", MORNING);
        branch("prices", "stock", MORNING);

        assertThat(git.merge("orders")).isEmpty();

        assertThat(modules.run("validate", "--offline").out()).isEqualTo("The files are valid.\n");
    }

    /** Orders, the younger one, were merged first and are in production; then come the prices, written before them. */
    private void ordersOfOthersAndOurPrices() throws IOException, InterruptedException {
        branch("orders", "shop", MORNING.plusHours(1));
        git.run("checkout", "--quiet", "main");
        assertThat(git.merge("orders")).isEmpty();
        branch("prices", "shop", MORNING, "main~1");
    }

    private void branch(String name, String module, LocalDateTime now, String from)
            throws IOException, InterruptedException {
        git.run("checkout", "--quiet", "-b", name, from);
        add(module, name, now);
        git.commit(name);
    }

    @ParameterizedTest
    @CsvSource({"ours, 20260301093000", "theirs, "})
    void arePutInOrderByRebase(String side, @Nullable String named) throws IOException, InterruptedException {
        ordersOfOthersAndOurPrices();
        git.run("checkout", "--quiet", "main");
        assertThat(database.run("upgrade").status()).isZero();
        git.run("checkout", "--quiet", "prices");
        git.merge("main");

        git.run("checkout", "--" + side, "shop/HEAD");
        Answer files = modules.run("validate", "--offline");
        assertThat(files.status()).isEqualTo(named == null ? 0 : 3);
        assertThat(files.err())
                .contains(
                        named == null
                                ? ""
                                : "shop/HEAD names " + named + ", but the newest migration is 20260301103000.");
        assertThat(database.run("validate").err()).contains("out-of-order");

        Answer rebased = database.run("rebase shop --yes");
        assertThat(rebased.status()).as(rebased.err()).isZero();
        assertThat(rebased.err()).contains("others have what is on main, MERGE_HEAD.");
        String prices = modules.only("shop", "V.*__prices.sql");
        assertThat(prices).isGreaterThan(modules.only("shop", "V.*__orders.sql"));
        assertThat(rebased.out())
                .contains("renamed  V20260301093000__prices.sql -> " + prices.substring(5) + "\n")
                .contains("renamed  U20260301093000__prices.sql -> ")
                .contains("updated  " + database.modules().resolve("shop/HEAD") + "\n");
        assertThat(modules.read("shop/HEAD")).startsWith(prices.substring(6, 20) + "\n# " + prices.substring(5) + "\n");
        git.commit("merge");
        assertThat(database.run("upgrade").status()).isZero();
        assertThat(database.run("validate").out()).isEqualTo("Files and histories are valid.\n");
    }

    /** Their prices are older than our orders, and in production; our own database has our orders alone. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leaveTheirMigrationAloneWhichOurDatabaseLacks(boolean merging) throws IOException, InterruptedException {
        branch("orders", "shop", MORNING.plusHours(1));
        assertThat(database.run("upgrade").status()).isZero();
        branch("prices", "shop", MORNING, "main");
        git.run("checkout", "--quiet", "main");
        git.merge("prices");
        git.run("checkout", "--quiet", "orders");
        git.merge("main");
        if (!merging) {
            git.commit("merge");
        }

        Answer rebased = database.run("rebase shop --yes");

        assertThat(rebased.out()).startsWith("Nothing to rename: ").contains("updated  ", "; others have: main");
        assertThat(rebased.err())
                .contains("warning: shop@20260301093000 keeps its version, for it is on main")
                .contains("migrations upgrade --out-of-order shop");
        assertThat(modules.only("shop", "V.*__prices.sql")).contains("20260301093000");
        assertThat(modules.only("shop", "V.*__orders.sql")).contains("20260301103000");
        assertThat(database.run("upgrade --out-of-order shop").status()).isZero();
        assertThat(database.run("rebase shop").out()).startsWith("Nothing to rebase: ");
    }

    @Test
    void moveOursBehindTheirsBeforeAnythingIsApplied() throws IOException, InterruptedException {
        ordersOfOthersAndOurPrices();
        git.merge("main");

        assertThat(database.run("rebase shop").status()).isEqualTo(6);
        assertThat(database.run("rebase shop --yes").out()).contains("renamed  V20260301093000__prices.sql -> ");
        assertThat(modules.only("shop", "V.*__orders.sql")).contains("20260301103000");
    }

    @Test
    void warnOfOursThatIsAppliedHereAndOlderThanTheirs() throws IOException, InterruptedException {
        ordersOfOthersAndOurPrices();
        assertThat(database.run("upgrade").status()).isZero();
        git.merge("main");

        Answer rebased = database.run("rebase shop");

        assertThat(rebased.out()).startsWith("Nothing to rename: ");
        assertThat(rebased.err())
                .contains("warning: shop@20260301093000 is applied here and keeps its version. Where"
                        + " shop@20260301103000 of main, MERGE_HEAD is applied, it comes late.")
                .contains("migrations downgrade shop@20260228093000, then migrations rebase shop");
    }

    @Test
    void meetOnTheMainBranchWithoutARemote() throws IOException, InterruptedException {
        ordersOfOthersAndOurPrices();
        git.run("checkout", "--quiet", "main");
        git.merge("prices");

        Answer rebased = database.run("rebase shop --yes");

        assertThat(rebased.err()).contains("others have what is on HEAD.");
        assertThat(rebased.out()).contains("renamed  V20260301093000__prices.sql -> ");
        assertThat(modules.only("shop", "V.*__orders.sql")).contains("20260301103000");
    }

    /** A branch that is pushed under its own name is ours all the same. */
    @Test
    void areToldApartByTheMainBranchOfTheRemote() throws IOException, InterruptedException {
        ordersOfOthersAndOurPrices();
        Path remote = folder.resolve("remote.git");
        git.run("clone", "--quiet", "--bare", ".", remote.toString());
        git.run("remote", "add", "origin", remote.toString());
        git.run("fetch", "--quiet", "origin");
        git.run("remote", "set-head", "origin", "main");
        git.run("branch", "--quiet", "--set-upstream-to=origin/prices");
        git.run("branch", "--quiet", "--delete", "--force", "main");
        git.merge("origin/main");
        git.run("checkout", "--ours", "shop/HEAD");
        git.commit("merge");

        Answer rebased = database.run("rebase shop --yes");

        assertThat(rebased.err()).contains("; others have what is on origin/main.");
        assertThat(rebased.out()).contains("renamed  V20260301093000__prices.sql -> ");
        assertThat(modules.only("shop", "V.*__orders.sql")).contains("20260301103000");
    }
}
