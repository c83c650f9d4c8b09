package io.stockassistant.identityaccess;

import io.stockassistant.shared.migration.MigrationModule;

/**
 * Claims the schema {@code identity_access}: users, roles, permissions, API keys.
 *
 * <p>It depends on no other module: its tables refer to its own tables only.
 */
public final class IdentityAccessModule implements MigrationModule {

    @Override
    public String name() {
        return "identity-access";
    }
}
