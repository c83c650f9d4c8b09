package io.stockassistant.migrations.module;

/**
 * The classes that lie beside the files of a module.
 *
 * @param name of their package
 */
public record ClassPackage(ClassLoader loader, String name) {

    /** The full name of a class in it. */
    public String qualified(String simpleName) {
        return name.isEmpty() ? simpleName : name + "." + simpleName;
    }
}
