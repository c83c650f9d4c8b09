package io.stockassistant.migrations.autogenerate.hibernate;

import io.stockassistant.migrations.autogenerate.ModuleModels;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** What models say that cannot become a table as it is meant, all of it at once. */
final class Refusals {

    private final ModuleModels models;
    private final List<Problem> problems = new ArrayList<>();

    Refusals(ModuleModels models) {
        this.models = models;
    }

    /** What the annotations alone show, before Hibernate stumbles over the first of it or mends it in silence. */
    void ofAnnotations() {
        ClassRefusals classes = new ClassRefusals(models.schema(), this::add);
        PropertyRefusals properties = new PropertyRefusals(models, this::add);
        IndexRefusals indexes = new IndexRefusals(models.schema(), this::add);
        for (Class<?> type : models.classes()) {
            if (classes.isModel(type)) {
                indexes.check(type);
                properties.check(type);
            }
        }
        ProblemException.throwIfAny(problems);
    }

    /** What shows when the columns are known. */
    void ofTables(BootModel boot, Declarations declarations) {
        declarations
                .clashes()
                .forEach(each -> add(
                        PropertyName.of(each.first()) + " has the column " + each.column()
                                + (each.first().equals(each.second())
                                        ? " twice, in two places of its model."
                                        : ", and so has " + PropertyName.of(each.second()) + "."),
                        "Name one of the columns otherwise, with @Column or @AttributeOverride."));
        TableRefusals tables = new TableRefusals(boot, declarations, this::add);
        boot.listTables().forEach(tables::check);
        ProblemException.throwIfAny(problems);
    }

    private void add(String message, String remedy) {
        problems.add(Problem.inModule(ProblemCode.INVALID_MODEL, models.module(), message, remedy));
    }

    /** Takes what is wrong, and what to write instead. */
    interface Sink {
        void add(String message, String remedy);
    }

    /** Where those things go for which there is no annotation. */
    static String modelSql(String schema) {
        return "db/model/" + schema + ".sql";
    }
}
