package io.stockassistant.migrations.module;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds circles in a graph; without recursion, so that a long chain cannot exhaust the stack. */
public final class Circles {

    private Circles() {}

    /**
     * A circle that can be reached from a start: its members in order, the first one again at the end.
     *
     * @param done members already known to lead into no circle, or into one that was reported; added to
     */
    public static <T> Optional<List<T>> find(T start, Function<T, ? extends Collection<T>> next, Set<T> done) {
        Deque<T> path = new ArrayDeque<>();
        Set<T> onPath = new HashSet<>();
        Deque<Iterator<T>> open = new ArrayDeque<>();
        Optional<T> node = Optional.of(start);
        while (true) {
            if (node.isPresent() && onPath.contains(node.get())) {
                done.addAll(onPath);
                return Optional.of(circle(path, node.get()));
            }
            if (node.isPresent() && !done.contains(node.get())) {
                path.addLast(node.get());
                onPath.add(node.get());
                open.push(List.<T>copyOf(next.apply(node.get())).iterator());
            }
            if (open.isEmpty()) {
                return Optional.empty();
            }
            if (open.getFirst().hasNext()) {
                node = Optional.of(open.getFirst().next());
            } else {
                open.pop();
                T finished = path.removeLast();
                onPath.remove(finished);
                done.add(finished);
                node = Optional.empty();
            }
        }
    }

    private static <T> List<T> circle(Deque<T> path, T closing) {
        List<T> all = new ArrayList<>(path);
        List<T> circle = new ArrayList<>(all.subList(all.indexOf(closing), all.size()));
        circle.add(closing);
        return List.copyOf(circle);
    }
}
