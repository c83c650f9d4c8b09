package io.stockassistant.migrations.autogenerate;

import io.stockassistant.migrations.change.Hazard;
import io.stockassistant.migrations.change.HazardCode;
import io.stockassistant.migrations.change.SchemaStatement;
import io.stockassistant.migrations.rollout.Part;
import io.stockassistant.migrations.rollout.ProvenRollout;
import io.stockassistant.migrations.script.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The migrations that lead from what a module's migrations build to what it asks for.
 *
 * @param head the newest migration that they follow
 * @param parts one for each migration, in order; none where nothing has to be done
 * @param proof what came of running them
 * @param needed modules to whose objects they refer as nothing before did
 */
public record Proposal(
        String module,
        Optional<Version> head,
        Comparison comparison,
        List<Part> parts,
        ProvenRollout proof,
        Set<String> needed) {

    /** Hazards that somebody has to allow before such a migration is written. */
    public static final Set<HazardCode> TO_ALLOW = Set.of(HazardCode.DATA_LOSS, HazardCode.REPLACES_OBJECT);

    public Proposal {
        parts = List.copyOf(parts);
        needed = Set.copyOf(needed);
    }

    /** Everything that happens on the way up. */
    public List<SchemaStatement> upgrade() {
        return parts.stream().flatMap(each -> each.upgrade().stream()).toList();
    }

    /** Everything that happens on the way down, newest part first. */
    public List<SchemaStatement> downgrade() {
        List<SchemaStatement> all = new ArrayList<>();
        for (int i = parts.size() - 1; i >= 0; i--) {
            all.addAll(parts.get(i).downgrade());
        }
        return all;
    }

    /** What of the way up nobody has allowed, by statement. */
    public Map<SchemaStatement, List<Hazard>> refused(Set<HazardCode> allowed) {
        Map<SchemaStatement, List<Hazard>> refused = new LinkedHashMap<>();
        for (SchemaStatement each : upgrade()) {
            List<Hazard> hazards = each.hazards().stream()
                    .filter(hazard -> TO_ALLOW.contains(hazard.code()) && !allowed.contains(hazard.code()))
                    .toList();
            if (!hazards.isEmpty()) {
                refused.put(each, hazards);
            }
        }
        return refused;
    }

    /** Why it is not proven, as sentences; none where it is. */
    public List<String> doubts() {
        List<String> doubts = new ArrayList<>();
        comparison.script().unresolved().forEach(each -> doubts.add("No statement is known for " + each + "."));
        proof.there().listDoubts(upgrade()).forEach(each -> doubts.add("The way up is not proven: " + each + "."));
        proof.back().listDoubts(downgrade()).forEach(each -> doubts.add("The way down is not proven: " + each + "."));
        return doubts;
    }

    /** Tables for which no row could be made, so that nothing is proven about theirs. */
    public Set<String> withoutRows() {
        Set<String> tables = new TreeSet<>(proof.there().withoutRows());
        tables.addAll(proof.back().withoutRows());
        return tables;
    }
}
