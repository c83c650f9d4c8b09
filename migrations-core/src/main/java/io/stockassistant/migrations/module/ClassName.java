package io.stockassistant.migrations.module;

import java.util.regex.Pattern;

/** The names of classes by which migrations in Java are found; a nested class has a dollar in its name, and is none. */
public final class ClassName {

    private static final Pattern FORM = Pattern.compile("(?:[VUBD]\\d+(?:_\\d+)*(?:__[^$]*)?|R__[^$]*)");

    private ClassName() {}

    /** Whether a compiled class of this file name is for a migration. */
    public static boolean isMigration(String fileName) {
        return fileName.endsWith(SourceFile.CLASS)
                && FORM.matcher(fileName.substring(0, fileName.length() - SourceFile.CLASS.length()))
                        .matches();
    }

    /** The same for the full name of a class. */
    public static boolean isOfMigration(String qualified) {
        return FORM.matcher(qualified.substring(qualified.lastIndexOf('.') + 1)).matches();
    }
}
