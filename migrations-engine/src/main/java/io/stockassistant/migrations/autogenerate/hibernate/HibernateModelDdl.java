package io.stockassistant.migrations.autogenerate.hibernate;

import io.stockassistant.migrations.autogenerate.ModelDdl;
import io.stockassistant.migrations.autogenerate.ModelSql;
import io.stockassistant.migrations.autogenerate.ModuleModels;
import java.util.List;

/** Models as Hibernate ORM reads them. Hibernate is loaded by the first call of {@link #read}. */
public final class HibernateModelDdl implements ModelDdl {

    @Override
    public ModelSql read(ModuleModels models) {
        if (models.classes().isEmpty()) {
            return new ModelSql(List.of(), List.of());
        }
        Refusals refusals = new Refusals(models);
        refusals.ofAnnotations();
        try (BootModel boot = BootModel.read(models)) {
            Declarations declarations = Declarations.of(boot.metadata());
            refusals.ofTables(boot, declarations);
            return new SchemaSql(models.schema(), boot, declarations).write();
        }
    }
}
