package io.stockassistant.migrations.baseline;

import io.stockassistant.migrations.catalog.Address;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts pieces in an order in which each finds what it needs; by kind and name where that leaves a choice. */
final class PieceOrder {

    private static final Comparator<Piece> PREFERRED =
            Comparator.comparing(Piece::stage).thenComparing(Piece::rank).thenComparing(Piece::name);

    private final Map<Address, Piece> pieces = new LinkedHashMap<>();
    private final Map<Address, List<Address>> unlocks = new HashMap<>();
    private final Map<Address, Integer> missing = new HashMap<>();

    PieceOrder(NeedsGraph graph, Collection<Piece> pieces) {
        pieces.forEach(each -> this.pieces.put(each.address(), each));
        for (Piece piece : pieces) {
            Set<Address> needs = graph.of(piece.address()).stream()
                    .filter(this.pieces::containsKey)
                    .collect(Collectors.toSet());
            missing.put(piece.address(), needs.size());
            needs.forEach(each ->
                    unlocks.computeIfAbsent(each, key -> new ArrayList<>()).add(piece.address()));
        }
    }

    /** @throws CannotBeWritten if pieces need each other in a circle */
    List<Piece> sort() {
        PriorityQueue<Piece> ready = new PriorityQueue<>(PREFERRED);
        pieces.values().stream()
                .filter(each -> missing.getOrDefault(each.address(), 0) == 0)
                .forEach(ready::add);
        List<Piece> sorted = new ArrayList<>();
        while (!ready.isEmpty()) {
            Piece next = ready.remove();
            sorted.add(next);
            for (Address unlocked : unlocks.getOrDefault(next.address(), List.of())) {
                Piece piece = pieces.get(unlocked);
                if (piece != null && missing.merge(unlocked, -1, Integer::sum) == 0) {
                    ready.add(atLeast(piece, next.stage()));
                } else if (piece != null) {
                    pieces.put(unlocked, atLeast(piece, next.stage()));
                }
            }
        }
        if (sorted.size() < pieces.size()) {
            sorted.forEach(each -> pieces.remove(each.address()));
            throw new CannotBeWritten(List.of(pieces.values().stream()
                    .map(Piece::name)
                    .collect(Collectors.joining(", ", "", ": these need each other in a circle"))));
        }
        sorted.sort(Comparator.comparing(Piece::stage));
        return sorted;
    }

    private static Piece atLeast(Piece piece, Piece.Stage stage) {
        return piece.stage().compareTo(stage) < 0 ? piece.inStage(stage) : piece;
    }
}
