package io.stockassistant.migrations.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.testing.CompiledModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of jars that somebody names and that are no modules, or no whole ones. */
class JarsThatCannotBeUsedTest {

    private static final String SERVICES = "META-INF/services/io.stockassistant.shared.migration.MigrationModule";

    private static final String DESCRIPTOR = "module_shop/Descriptor.class";

    @TempDir
    private Path folder;

    private CompiledModule shop;

    @BeforeEach
    void write() {
        shop = new CompiledModule(folder.resolve("shop"), "shop").sql("V1__first.sql", "SELECT 1;\n");
    }

    private Path jar() {
        return shop.jar(folder.resolve("shop.jar"));
    }

    /** A module whose files and whose descriptor are called as those of shop are. */
    private Path twin(String name) {
        return new CompiledModule(folder.resolve("twin"), name)
                .sql("V1__twin.sql", "SELECT 2;\n")
                .jar(folder.resolve("twin.jar"));
    }

    @Test
    void needAJarThatIsThere() {
        assertProblem(
                ProblemCode.INVALID_JAR, "shop.jar cannot be opened: it does not exist", folder.resolve("shop.jar"));
        assertProblem(
                ProblemCode.INVALID_JAR, "none/shop.jar cannot be opened: its folder", folder.resolve("none/shop.jar"));
        Problem problem = problem(folder);
        assertThat(problem.message()).contains(folder + " cannot be opened: it is a folder");
        assertThat(problem.remedy()).contains("--modules " + folder);
    }

    @Test
    void needAWholeJar() throws IOException {
        Path jar = jar();
        byte[] whole = Files.readAllBytes(jar);
        for (byte[] part : List.of(
                new byte[0], Arrays.copyOf(whole, whole.length / 2), "no jar".getBytes(StandardCharsets.UTF_8))) {
            Files.write(jar, part);
            assertProblem(
                    ProblemCode.INVALID_JAR, "shop.jar cannot be opened: it is no jar, or only a part of one", jar);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SERVICES, DESCRIPTOR})
    void needAJarThatCanBeReadThroughout(String entry) throws IOException {
        Path jar = jar();
        byte[] bytes = Files.readAllBytes(jar);
        int name = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(entry);
        Arrays.fill(bytes, name + entry.length(), name + entry.length() + 20, (byte) 0xFF);
        Files.write(jar, bytes);

        assertProblem(ProblemCode.INVALID_JAR, "shop.jar is damaged: " + entry + " in it cannot be read", jar);
    }

    @Test
    void areAskedForInAJarWithoutOne() throws IOException {
        Files.delete(shop.compile().root().resolve(SERVICES));
        Problem problem = assertProblem(
                ProblemCode.NO_MODULES,
                "There is no module in " + folder.resolve("shop.jar") + ": it has no " + SERVICES,
                jar());
        assertThat(problem.remedy()).contains("Class-Path of its manifest");
        shop.resource(SERVICES, "# none yet\n");
        assertProblem(ProblemCode.NO_MODULES, SERVICES + " in it names none", jar());
        Files.delete(shop.root().resolve(SERVICES));
        shop.resource("BOOT-INF/lib/a.jar", "");
        assertThat(problem(jar()).remedy()).contains("jars in a jar");
    }

    @Test
    void needTheClassThatIsNamed() throws IOException {
        shop.compile().resource(SERVICES, "module_shop.Gone\n");
        assertInvalid("shop.jar cannot be used: Provider module_shop.Gone not found");
        shop.resource(SERVICES, "not a class\n");
        assertInvalid("shop.jar cannot be used: ");
        shop.java("V2__Plain", "public class V2__Plain {}").resource(SERVICES, "db.migration.shop.V2__Plain\n");
        assertInvalid("shop.jar cannot be used: db.migration.shop.V2__Plain not a subtype");
    }

    @Test
    void needADescriptorThatAnswers() throws IOException {
        shop.descriptor("    public Descriptor() { throw new IllegalStateException(\"not today\"); }");
        assertInvalid("could not be instantiated: java.lang.IllegalStateException: not today");
        shop.descriptor("    @Override public String schema() { throw new IllegalStateException(\"no schema\"); }");
        assertInvalid("module_shop.Descriptor fails with java.lang.IllegalStateException: no schema");
        shop.descriptor("    @Override public String schema() { return null; }");
        assertInvalid("module_shop.Descriptor.schema() returns null");
        shop.descriptor("    @Override public String location() { return \"filesystem:/srv\"; }");
        assertInvalid("module_shop.Descriptor.location() must begin with classpath:, not 'filesystem:/srv'");
        shop.descriptor("    private final Object part = new Part();")
                .model("Part", "class Part {}")
                .compile();
        Files.delete(shop.root().resolve("module_shop/Part.class"));
        assertInvalid(
                "it needs the class module_shop.Part, which is neither in the program nor in a jar that is named");
    }

    @Test
    void needAJavaThatKnowsTheirClasses() throws IOException {
        Path descriptor = shop.compile().root().resolve(DESCRIPTOR);
        byte[] bytes = Files.readAllBytes(descriptor);
        bytes[7] = 99;
        Files.write(descriptor, bytes);

        Problem problem = assertInvalid("module_shop.Descriptor was compiled for Java 55, and this is Java "
                + Runtime.version().feature());
        assertThat(problem.remedy())
                .contains(
                        "with Java 55 or newer",
                        "--release " + Runtime.version().feature());
    }

    @Test
    void areInOneOfTheJars() {
        assertThat(problem(jar(), twin("shop")).message())
                .isEqualTo("The module module_shop.Descriptor in " + folder.resolve("twin.jar") + " is also in "
                        + folder.resolve("shop.jar") + ".");
        try (ModuleJars jars = new ModuleJars(List.of(jar()))) {
            assertThat(catchThrowableOfType(
                            ProblemException.class,
                            () -> Modules.of(
                                    ModuleSource.folder(modulesFolder()).and(jars))))
                    .hasMessage("Two modules are called shop: in filesystem:" + folder.resolve("modules/shop")
                            + " and in " + folder.resolve("shop.jar") + "!/db/migration/shop.");
        }
    }

    private Path modulesFolder() {
        try {
            Path modules = folder.resolve("modules");
            Files.createDirectories(modules.resolve("shop"));
            Files.writeString(modules.resolve("shop/V1__x.sql"), "SELECT 1;\n");
            return modules;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its class would be the program's, whatever the jar has. */
    @Test
    void areNotTheProgramsOwn() {
        shop.resource(SERVICES, ClassPathModulesTest.Shop.class.getName() + "\n");
        assertThat(problem(jar()).message())
                .isEqualTo("The module " + ClassPathModulesTest.Shop.class.getName() + " in "
                        + folder.resolve("shop.jar") + " is also in the program itself.");
    }

    @Test
    void areJudgedTogetherWithTheOtherJars() {
        Path text = shop.root().resolve("x");
        assertThat(catchThrowableOfType(
                                ProblemException.class,
                                () -> new ModuleJars(List.of(text, folder.resolve("none"))).list())
                        .problems())
                .hasSize(2);
    }

    private Problem assertInvalid(String message) {
        return assertProblem(ProblemCode.INVALID_MODULE, message, jar());
    }

    private Problem assertProblem(ProblemCode code, String message, Path jar) {
        Problem problem = problem(jar);
        assertThat(problem.code()).as(problem.message()).isEqualTo(code);
        assertThat(problem.message()).contains(message).contains(jar.toString());
        assertThat(problem.remedy()).isNotBlank();
        return problem;
    }

    private static Problem problem(Path... jars) {
        try (ModuleJars all = new ModuleJars(List.of(jars))) {
            return catchThrowableOfType(ProblemException.class, all::list)
                    .problems()
                    .get(0);
        }
    }
}
