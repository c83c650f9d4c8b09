package io.stockassistant.migrations.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** What this program was built from, the Java that runs it, and the server that it brings. */
final class ProgramVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return lines(BuildManifest.findOfThisProgram()).toArray(String[]::new);
    }

    /** Without a manifest, which only a jar has, there is the version alone. */
    static List<String> lines(Optional<BuildManifest> manifest) {
        String commit = manifest.map(each -> " (" + each.commit() + ")").orElse("");
        List<String> lines = new ArrayList<>();
        lines.add("migrations " + number() + commit + " on Java " + System.getProperty("java.version") + " ("
                + System.getProperty("java.vendor") + "), " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch"));
        manifest.flatMap(BuildManifest::findServer).ifPresent(server -> lines.add("Embedded server: " + server));
        return lines;
    }

    /** The version alone. */
    static String number() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "(not from a jar)" : version;
    }
}
