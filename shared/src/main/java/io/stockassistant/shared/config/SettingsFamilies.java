package io.stockassistant.shared.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one place that all variables together describe.
 *
 * <p>The environment outranks {@code .env}, variable by variable within a family, and family by family: one whose host
 * the environment names is not compared with one that stands in {@code .env} alone. Families of equal rank must agree.
 */
final class SettingsFamilies {

    private static final String DATABASE_URL = "DATABASE_URL";
    private static final List<SettingsFamily> SPELLED_OUT =
            List.of(SettingsFamily.LIBPQ, SettingsFamily.STOCK_ASSISTANT);
    /** Not enough to find a database, and a sign that somebody meant one. */
    private static final List<String> COMPANIONS = List.of("PGSSLMODE", "PGPASSFILE");

    private SettingsFamilies() {}

    /** @throws ConfigurationException if they disagree, or are half there */
    static Optional<Place> find(Variables variables) {
        refuseUnsupported(variables);
        boolean named = isPlaceIn(variables, false);
        boolean namedInDotEnv = !named && isPlaceIn(variables, true);
        for (SettingsFamily family : SPELLED_OUT) {
            List<Variable> orphans = family.listOrphans(variables).stream()
                    .filter(orphan -> !named || !orphan.fromDotEnv())
                    .toList();
            if (!orphans.isEmpty()) {
                throw family.half(orphans);
            }
        }
        if (!named && !namedInDotEnv) {
            refuseLoneCompanions(variables);
            return Optional.empty();
        }
        return places(variables, namedInDotEnv).stream().reduce(Place::agreeingWith);
    }

    private static List<Place> places(Variables variables, boolean inDotEnv) {
        List<Place> places = new ArrayList<>();
        variables
                .findVariable(DATABASE_URL)
                .filter(url -> url.fromDotEnv() == inDotEnv)
                .ifPresent(url -> places.add(ConnectionUrl.parse(url.value(), url.label())));
        for (SettingsFamily family : SPELLED_OUT) {
            boolean ranked = variables
                    .findVariable(family.host())
                    .filter(host -> host.fromDotEnv() == inDotEnv)
                    .isPresent();
            if (ranked) {
                family.find(variables).ifPresent(places::add);
            }
        }
        return places;
    }

    private static boolean isPlaceIn(Variables variables, boolean inDotEnv) {
        return List.of(DATABASE_URL, SettingsFamily.LIBPQ.host(), SettingsFamily.STOCK_ASSISTANT.host()).stream()
                .flatMap(name -> variables.findVariable(name).stream())
                .anyMatch(variable -> variable.fromDotEnv() == inDotEnv);
    }

    private static void refuseLoneCompanions(Variables variables) {
        List<Variable> set = COMPANIONS.stream()
                .flatMap(name -> variables.findVariable(name).stream())
                .toList();
        if (!set.isEmpty()) {
            throw SettingsFamily.LIBPQ.half(set);
        }
    }

    private static void refuseUnsupported(Variables variables) {
        for (String name : List.of("PGSERVICE", "PGHOSTADDR")) {
            variables.findVariable(name).ifPresent(found -> {
                throw ConfigurationException.invalid(
                        found.label() + " is set, but is not read here.",
                        "Set PGHOST, PGPORT, PGDATABASE and PGUSER instead and unset " + name + ", or give --url.");
            });
        }
    }
}
