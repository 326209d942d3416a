package org.satchel.rules;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;
import org.satchel.change.Operation;

/**
 * Chooses which revisions of a backlog may be sent ahead of their place, so that causes still come before effects. What stays in line keeps
 * back whatever comes after it and changes one of its records, refers to a record that it creates, or takes a unique value that it may have
 * given up. A deletion never goes ahead, because what stays in line may have to let go of the record first.
 *
 * <p>For one backlog, asked in the order of positions. Not thread-safe.
 */
public final class Ahead {

    /** What must be known of the types. */
    public interface Types {

        /** UUIDs of the records that the change makes its record refer to. */
        Set<String> references(Change change);

        /** The type within which the change takes, or gives up, a unique value; empty if it does neither. */
        Optional<String> unique(Change change);
    }

    /**
     * The revisions of the backlog that stay in line whatever is chosen: at which position the first of them does something; {@link
     * Touch#NOT_YET} if none does.
     */
    public interface InLine {

        /** Toward a child, also one of its own: it is not settled yet there, and would stand against what goes ahead. */
        long changes(String uuid);

        long creates(String uuid);

        /** Gives up a unique value within the type. */
        long frees(String type);
    }

    private final Types types;
    private final InLine inLine;
    private final Set<String> changed = new HashSet<>();
    private final Set<String> created = new HashSet<>();
    private final Set<String> freed = new HashSet<>();

    public Ahead(Types types, InLine inLine) {
        this.types = types;
        this.inLine = inLine;
    }

    /** Whether it goes ahead; if not, it stays in line for all that are asked about after it. */
    public boolean goes(ChangeSet changeSet) {
        boolean goes = changeSet.changes().stream().allMatch(change -> mayGo(change, changeSet.position()));
        if (!goes) {
            changeSet.changes().forEach(this::stay);
        }
        return goes;
    }

    private boolean mayGo(Change change, long position) {
        return change.operation() != Operation.DELETED
                && isFree(changed, change.uuid(), inLine.changes(change.uuid()), position)
                && types.references(change).stream()
                        .allMatch(uuid -> isFree(created, uuid, inLine.creates(uuid), position))
                && types.unique(change).stream().allMatch(type -> isFree(freed, type, inLine.frees(type), position));
    }

    private static boolean isFree(Set<String> staying, String name, long firstInLine, long position) {
        return firstInLine > position && !staying.contains(name);
    }

    private void stay(Change change) {
        changed.add(change.uuid());
        if (change.operation() == Operation.ADDED) {
            created.add(change.uuid());
        } else {
            types.unique(change).ifPresent(freed::add);
        }
    }
}
