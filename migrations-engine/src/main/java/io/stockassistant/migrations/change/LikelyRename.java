package io.stockassistant.migrations.change;

/**
 * Something that went while something like it came: one object under another name, or two objects. Nobody but the author
 * of the models can tell.
 *
 * @param because in what they are alike, for people
 */
public record LikelyRename(Rename rename, String because) {}
