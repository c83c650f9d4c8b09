package io.stockassistant.dataengineering;

import io.stockassistant.shared.migration.MigrationModule;

/**
 * Claims the schema {@code data_engineering}: stocks, daily bars, financial indicators, synchronisation runs.
 *
 * <p>It depends on no other module: its tables refer to its own tables only.
 */
public final class DataEngineeringModule implements MigrationModule {

    @Override
    public String name() {
        return "data-engineering";
    }
}
