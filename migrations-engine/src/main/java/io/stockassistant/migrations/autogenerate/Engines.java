package io.stockassistant.migrations.autogenerate;

import io.stockassistant.migrations.change.SchemaDiff;

/** The two libraries at work here, each behind an interface of ours; neither is loaded before it is first asked. */
public record Engines(ModelDdl models, SchemaDiff schemas) {}
