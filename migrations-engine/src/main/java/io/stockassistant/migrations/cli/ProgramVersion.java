package io.stockassistant.migrations.cli;

import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest, and the Java that runs it. */
final class ProgramVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"migrations " + number() + " on Java " + System.getProperty("java.version")};
    }

    /** The version alone. */
    static String number() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "(not from a jar)" : version;
    }
}
