package com.example.shop.orders;

import io.stockassistant.shared.migration.MigrationModule;
import java.util.Set;

public final class OrdersModule implements MigrationModule {

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public Set<String> dependsOn() {
        return Set.of("catalog");
    }
}
