package io.stockassistant.llmplatform.model.json;

import io.stockassistant.llmplatform.model.ProviderKey;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * Writes the key of a model as its mask. Mappers that look for modules find it by themselves; one without it writes an
 * empty object, since a key has no properties.
 */
public final class MaskedKeys extends SimpleModule {

    private static final long serialVersionUID = 1L;

    /** For the service loader. */
    public MaskedKeys() {
        super("masked-model-keys");
        addSerializer(ProviderKey.class, ToStringSerializer.instance);
    }
}
