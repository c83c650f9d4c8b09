package io.stockassistant.migrations.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Modules that are folders in a folder. */
class FolderModulesTest {

    @TempDir
    private Path root;

    @Test
    void whatADescriptorDoesNotSayFollowsFromTheFolder() throws IOException {
        write("llm-platform/V1__a.sql", "select 1;");

        Module module = find().get(0);

        assertThat(module.name()).isEqualTo("llm-platform");
        assertThat(module.schema()).isEqualTo("llm_platform");
        assertThat(module.history()).hasToString("llm_platform.flyway_schema_history");
        assertThat(module.dependsOn()).isEmpty();
        assertThat(module.location().folder()).contains(root.resolve("llm-platform"));
        assertThat(module.location().url()).isEqualTo("filesystem:" + root.resolve("llm-platform"));
    }

    @Test
    void aDescriptorMaySayItAll() throws IOException {
        write("x/module.properties", """
                name = a.b-c
                schema = s
                history = h.t
                depends-on = one , two,,
                model-sql = model.sql
                """);

        Module module = find().get(0);

        assertThat(module.name()).isEqualTo("a.b-c");
        assertThat(module.schema()).isEqualTo("s");
        assertThat(module.history()).isEqualTo(new HistoryTable("h", "t"));
        assertThat(module.dependsOn()).containsExactlyInAnyOrder("one", "two");
        assertThat(module.models().findSql().map(SourceFile::path))
                .contains(root.resolve("x/model.sql").toString());
    }

    @Test
    void aHistoryWithoutASchemaStandsInTheModulesOwn() throws IOException {
        write("x/module.properties", "history=changes\nname=\n");

        assertThat(find().get(0).history()).hasToString("x.changes");
        assertThat(find().get(0).name()).isEqualTo("x");
    }

    @Test
    void aFolderWithoutADescriptorAndSqlIsNoModule() throws IOException {
        write("docs/readme.md", "");
        write("old/V1__A.SQL", "select 1;");
        write("a/module.properties", "");
        write("notes.sql", "");
        Files.createDirectory(root.resolve("empty"));

        assertThat(find().stream().map(Module::name)).containsExactly("a", "old");
    }

    @Test
    void aModuleHasTheFilesOfItsFolderAndOfTheFoldersBelow() throws IOException {
        write("a/V1__a.sql", "select 1;");
        write("a/2026/spring/V2__b.sql", "select 2;");
        write("a/.git/V3__hidden.sql", "select 3;");
        write("a/other/module.properties", "");
        write("a/other/V4__of_another_module.sql", "select 4;");
        write("elsewhere.txt", "");
        Files.createSymbolicLink(root.resolve("a/gone"), root.resolve("nowhere"));
        Files.createSymbolicLink(root.resolve("a/linked"), Files.createDirectories(root.resolve("linked")));
        write("linked/V5__e.sql", "select 5;");

        List<SourceFile> files = files(find().get(0)).stream()
                .sorted(Comparator.comparing(SourceFile::name))
                .toList();

        assertThat(files.stream().map(SourceFile::name))
                .containsExactly("2026/spring/V2__b.sql", "V1__a.sql", "linked/V5__e.sql");
        assertThat(files.get(0).fileName()).isEqualTo("V2__b.sql");
        assertThat(files.get(0).path())
                .isEqualTo(root.resolve("a/2026/spring/V2__b.sql").toString());
        assertThat(files.get(0).content().read())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("select 2;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"V1__a.sql", "U1__a.SQL", "B1.sql", "D1__a.sql", "R__a.sql", "V1__a.sql.conf", "HEAD"})
    void whatHasTheNameOfAMigrationIsOneForWhoeverReadsIt(String name) throws IOException {
        write("a/module.properties", "");
        Files.createDirectories(root.resolve("a/folder").resolve(name));
        Files.createDirectories(root.resolve("a/link"));
        Files.createSymbolicLink(root.resolve("a/link").resolve(name), root.resolve("nowhere"));
        Files.createSymbolicLink(root.resolve("a").resolve(name), root.resolve("nowhere"));

        assertThat(files(find().get(0)).stream().map(SourceFile::name))
                .containsExactlyInAnyOrder("folder/" + name, "link/" + name, name, "module.properties");
    }

    @Test
    void linksThatLeadBackAreNamed() throws IOException {
        write("a/V1__a.sql", "select 1;");
        Files.createSymbolicLink(root.resolve("a/again"), root.resolve("a"));
        Module module = find().get(0);

        assertThatThrownBy(() -> files(module))
                .isInstanceOf(FileSystemLoopException.class)
                .hasMessageContaining("again");
    }

    @Test
    void migrationsInFoldersOfAFolderThatIsNoModuleAreNotPassedOver() throws IOException {
        write("a/V1__a.sql", "select 1;");
        write("shop/2026/V1__b.sql", "select 1;");
        write("docs/examples/readme.sql", "");

        Problem problem = catchThrowableOfType(ProblemException.class, this::find)
                .problems()
                .get(0);

        assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_MODULE);
        assertThat(problem.message())
                .isEqualTo(root.resolve("shop") + " is no module, and a folder in it holds migrations: "
                        + root.resolve("shop/2026/V1__b.sql") + ".");
        assertThat(problem.remedy()).contains("write " + root.resolve("shop/module.properties"));
        write("shop/module.properties", "");
        assertThat(find().stream().map(Module::name)).containsExactly("a", "shop");
    }

    @Test
    void everyDescriptorThatCannotBeReadIsNamed() throws IOException {
        write("a/module.properties", "dependson=b\nhostory=c\n");
        write("b/module.properties", "history=a.b.c\n");
        write("c/module.properties", "name=\\u12\n");
        Files.createDirectory(root.resolve("d"));
        Files.write(root.resolve("d/module.properties"), "name=größer".getBytes(StandardCharsets.ISO_8859_1));
        write("e/module.properties", "");

        List<Problem> problems =
                catchThrowableOfType(ProblemException.class, this::find).problems();

        assertThat(problems.stream().map(Problem::code))
                .containsOnly(ProblemCode.INVALID_MODULE)
                .hasSize(4);
        assertThat(problems.get(0).message()).contains("unknown key dependson, hostory");
        assertThat(problems.get(0).remedy()).contains("[depends-on, history, model-sql, name, schema]");
        assertThat(problems.get(0).file())
                .isEqualTo(root.resolve("a/module.properties").toString());
        assertThat(problems.get(1).message()).contains("'a.b.c' is not a table name");
        assertThat(problems.get(3).message()).contains("is not UTF-8");
    }

    @Test
    void aMissingFolderIsNamed() {
        Path missing = root.resolve("missing");

        ProblemException thrown =
                catchThrowableOfType(ProblemException.class, () -> Modules.of(ModuleSource.folder(missing)));

        assertThat(thrown.problems().get(0).code()).isEqualTo(ProblemCode.NO_MODULES);
        assertThat(thrown).hasMessageContaining(missing + " cannot be read: it does not exist.");
    }

    @Test
    void aFolderWithoutModulesIsNamed() {
        ProblemException thrown =
                catchThrowableOfType(ProblemException.class, () -> Modules.of(ModuleSource.folder(root)));

        assertThat(thrown.problems().get(0).code()).isEqualTo(ProblemCode.NO_MODULES);
        assertThat(thrown).hasMessageContaining("There is no module in the folder " + root);
    }

    private List<Module> find() {
        return ModuleSource.folder(root).list();
    }

    private static List<SourceFile> files(Module module) throws IOException {
        return module.location().list();
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
