package io.stockassistant.migrations.cli;

import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest, and the Java that runs it. */
final class ProgramVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return new String[] {
            "migrations " + (version == null ? "(not from a jar)" : version) + " on Java "
                    + System.getProperty("java.version")
        };
    }
}
