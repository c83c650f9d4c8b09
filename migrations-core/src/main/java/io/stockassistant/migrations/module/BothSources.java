package io.stockassistant.migrations.module;

import java.util.ArrayList;
import java.util.List;

/** The modules of two places, as if they were one. */
record BothSources(ModuleSource first, ModuleSource second) implements ModuleSource {

    @Override
    public List<Module> list() {
        List<Module> modules = new ArrayList<>(first.list());
        modules.addAll(second.list());
        return modules;
    }

    @Override
    public String howToBegin() {
        return first.howToBegin();
    }

    @Override
    public String toString() {
        return first + " and " + second;
    }
}
