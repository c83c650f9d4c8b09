package io.stockassistant.migrations.catalog;

/**
 * Where the server keeps an object; good for one database only, and no part of what is compared.
 *
 * @param catalog the oid of the system catalog that has its row
 * @param oid its number in there
 */
public record Address(long catalog, long oid) {}
