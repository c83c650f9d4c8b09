package com.example.shop.catalog;

import io.stockassistant.shared.migration.MigrationModule;

public final class CatalogModule implements MigrationModule {

    @Override
    public String name() {
        return "catalog";
    }
}
