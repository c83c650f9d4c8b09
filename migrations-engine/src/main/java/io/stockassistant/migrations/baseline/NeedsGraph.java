package io.stockassistant.migrations.baseline;

import io.stockassistant.migrations.catalog.Address;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which object needs which, where what is written with another one counts as that one. */
final class NeedsGraph {

    private static final char INTERNAL = 'i';
    private static final char AUTOMATIC = 'a';

    private final Map<Address, Address> writtenWith = new HashMap<>();
    private final Map<Address, Set<Address>> needs = new HashMap<>();

    /** @param sequences those with an owner, which is named after both are there */
    NeedsGraph(ServerFacts facts, Set<Address> sequences) {
        for (ServerFacts.Edge edge : facts.edges()) {
            if (edge.type() == INTERNAL) {
                writtenWith.put(edge.from(), edge.to());
            }
        }
        for (ServerFacts.Edge edge : facts.edges()) {
            boolean isOwner = edge.type() == AUTOMATIC && sequences.contains(edge.from());
            if (edge.type() != INTERNAL && !isOwner) {
                needs.computeIfAbsent(resolve(edge.from()), key -> new LinkedHashSet<>())
                        .add(edge.to());
            }
        }
    }

    /** The object with which this one is written, which may be itself. */
    Address resolve(Address address) {
        Address current = address;
        for (int i = 0; i < writtenWith.size(); i++) {
            Address next = writtenWith.get(current);
            if (next == null || next.equals(current)) {
                return current;
            }
            current = next;
        }
        return current;
    }

    Set<Address> of(Address address) {
        Set<Address> resolved = new LinkedHashSet<>();
        for (Address each : needs.getOrDefault(address, Set.of())) {
            resolved.add(resolve(each));
        }
        resolved.remove(address);
        return resolved;
    }

    /** Writes a part with its whole, unless something that the part needs needs the whole. */
    boolean fold(Address part, Address whole) {
        Set<Address> beside = of(part);
        beside.remove(whole);
        if (beside.stream().anyMatch(each -> reaches(each, whole))) {
            return false;
        }
        writtenWith.put(part, whole);
        needs.computeIfAbsent(whole, key -> new LinkedHashSet<>()).addAll(beside);
        return true;
    }

    private boolean reaches(Address from, Address to) {
        Set<Address> seen = new HashSet<>();
        Deque<Address> open = new ArrayDeque<>(Set.of(from));
        while (!open.isEmpty()) {
            Address next = open.remove();
            if (next.equals(to)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(of(next));
            }
        }
        return false;
    }
}
