package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Policies that read a column which goes or gets another type: dropped, and made again by the passes after this one. */
final class PoliciesInTheWay implements Pass {

    @Override
    public List<SchemaStatement> statements(Stage stage) throws SQLException {
        if (stage.now().list(Kind.POLICY).isEmpty()) {
            return List.of();
        }
        List<Dependents.Root> columns = new ArrayList<>();
        for (CatalogObject now : stage.now().list(Kind.COLUMN)) {
            Optional<CatalogObject> wanted = stage.wanted().find(Kind.COLUMN, now.qualified());
            boolean tableStays = stage.wanted().find(Kind.TABLE, now.parent()).isPresent();
            if (tableStays
                    && wanted.filter(each -> each.get("type").equals(now.get("type")))
                            .isEmpty()) {
                columns.add(new Dependents.Root("pg_class", now.address().oid(), now.position()));
            }
        }
        return Dependents.drops(stage.work(), columns).orElse(List.of()).stream()
                .filter(each -> each.startsWith("DROP POLICY "))
                .map(StatementReading::read)
                .toList();
    }
}
