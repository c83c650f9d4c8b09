package io.stockassistant.migrations.autogenerate;

/** Says in SQL what tables the models of a module ask for, without a database. */
public interface ModelDdl {

    /**
     * The same models give the same text, in whatever order their classes are listed.
     *
     * @throws io.stockassistant.migrations.problem.ProblemException {@code invalid-model}, with everything that the
     *     models say and that cannot be a table, each with its class and property and what to write instead
     */
    ModelSql read(ModuleModels models);
}
