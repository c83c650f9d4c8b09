package io.stockassistant.migrations.database.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Another JVM that uses a server until it is told to end. */
final class OtherProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private OtherProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /** Holds a lease until standard input ends; says whether it started the server. */
    public static void main(String[] arguments) throws IOException {
        try (EmbeddedServer.Lease lease =
                EmbeddedServer.at(Path.of(arguments[0])).use()) {
            System.out.println(lease.address().startedNow() ? "started" : "found");
            int end = System.in.read();
            System.out.println(end);
        }
    }

    static OtherProcess launch(Path dataRoot) throws IOException {
        return launch(dataRoot, Map.of());
    }

    /** With variables of its own besides ours. */
    static OtherProcess launch(Path dataRoot, Map<String, String> variables) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        dataRoot.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(variables);
        return new OtherProcess(builder.start());
    }

    /** Waits until it has its lease. Returns its word: started or found. */
    String awaitLease() throws IOException {
        return String.valueOf(output.readLine());
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
