package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.testing.CompiledModule;
import io.stockassistant.migrations.testing.TestDatabase;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The program in a process of its own, without a terminal, whose class path begins with modules of a test. */
record AProgramWithClasses(Path folder, TestDatabase database) {

    /** The module {@code shop}, for a test to write. */
    CompiledModule shop() {
        return new CompiledModule(classes(), "shop");
    }

    /** The folder of its class path. */
    Path classes() {
        return folder.resolve("classes");
    }

    Answer run(String words) throws InterruptedException {
        return run(Map.of(), words);
    }

    /** Runs a command, given as words separated by spaces, on the database. */
    Answer run(Map<String, String> environment, String words) throws InterruptedException {
        return start(environment, words).answer();
    }

    TheProgram start(Map<String, String> environment, String words) {
        List<String> command = new ArrayList<>(List.of(
                TheProgram.javaHome().resolve("bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classes() + File.pathSeparator + CompiledModule.classPath(),
                "io.stockassistant.migrations.cli.Main"));
        command.addAll(List.of(words.split(" ", -1)));
        command.addAll(List.of(
                "--url",
                "jdbc:postgresql://" + database.host() + ":" + database.port() + "/" + database.name(),
                "--user",
                database.user()));
        Map<String, String> all = new HashMap<>(environment);
        all.put("PGPASSWORD", database.password());
        return TheProgram.startCommand(folder, all, command);
    }
}
