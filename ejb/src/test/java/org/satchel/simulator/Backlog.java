package org.satchel.simulator;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.satchel.change.Change;
import org.satchel.change.Operation;
import org.satchel.rules.Ahead;
import org.satchel.rules.Touch;

/**
 * What a site has to send to a neighbour, and what it had from a child, in order; and what of it may go ahead: persons, because visits refer to
 * them. What is told again follows what it answers.
 */
final class Backlog {

    private final List<Entry> entries;
    private final List<Entry> candidates;
    private final long link;
    private final PlantedBug bug;

    /** @param looked up to there it has been looked through before: what did not go ahead then stays in line */
    Backlog(List<Entry> entries, long link, long looked, PlantedBug bug) {
        this.entries = entries;
        this.link = link;
        this.bug = bug;
        this.candidates = entries.stream()
                .filter(entry -> entry.position() > looked
                        && entry.from() != link
                        && !entry.author().equals(MemoryWorkspace.AUTHOR)
                        && !entry.contents().isEmpty()
                        && entry.contents().stream()
                                .allMatch(content -> content.record().type().equals(Shape.PERSON.type())))
                .toList();
    }

    List<Entry> ahead() {
        var ahead = new Ahead(new Types(), new InLine());
        return candidates.stream()
                .filter(entry -> ahead.goes(Outbox.changeSet(entry)) || bug == PlantedBug.AHEAD_OF_CAUSES)
                .toList();
    }

    private static final class Types implements Ahead.Types {

        @Override
        public Set<String> references(Change change) {
            return Shape.of(change.type()).references().keySet().stream()
                    .map(field -> (String) change.fields().get(field))
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
        }

        @Override
        public Optional<String> unique(Change change) {
            return Optional.ofNullable(Shape.of(change.type()).unique())
                    .filter(field -> change.operation() == Operation.DELETED
                            || change.fields().containsKey(field))
                    .map(field -> change.type());
        }
    }

    private final class InLine implements Ahead.InLine {

        @Override
        public long changes(String uuid) {
            return first(entries.stream(), content -> content.record().uuid().equals(uuid));
        }

        @Override
        public long creates(String uuid) {
            return first(
                    news(), content -> content.record().uuid().equals(uuid) && content.operation() == Operation.ADDED);
        }

        @Override
        public long frees(String type) {
            return first(
                    news(), content -> content.record().type().equals(type) && content.operation() != Operation.ADDED);
        }

        private Stream<Entry> news() {
            return entries.stream().filter(entry -> entry.from() != link);
        }

        private long first(Stream<Entry> all, Predicate<Content> does) {
            return all.filter(entry -> !candidates.contains(entry))
                    .filter(entry -> entry.contents().stream().anyMatch(does))
                    .mapToLong(Entry::position)
                    .findFirst()
                    .orElse(Touch.NOT_YET);
        }
    }
}
