package org.satchel.zoo;

import java.lang.reflect.Field;
import java.util.UUID;
import org.hibernate.envers.EntityTrackingRevisionListener;
import org.hibernate.envers.RevisionType;
import org.satchel.capture.Revision;

/** Fills revisions as the application's listener does, without a container. */
public final class ZooRevisions implements EntityTrackingRevisionListener {

    /** What the running transaction's author had seen: the listener is not told at which site it is. */
    static final ThreadLocal<Long> RECEIVED_OF_PARENT = ThreadLocal.withInitial(() -> 0L);

    @Override
    public void newRevision(Object revision) {
        set(revision, "uuid", UUID.randomUUID().toString());
        set(revision, "origin", "00000000-0000-4000-8000-000000000001");
        set(revision, "author", "keeper");
        set(revision, "seen", RECEIVED_OF_PARENT.get());
        set(revision, "horizon", RECEIVED_OF_PARENT.get());
    }

    @Override
    @SuppressWarnings("rawtypes") // as Envers declares it
    public void entityChanged(Class type, String name, Object id, RevisionType operation, Object revision) {
        try {
            var add = Revision.class.getDeclaredMethod("add", String.class);
            add.setAccessible(true);
            add.invoke(revision, name.substring(name.lastIndexOf('$') + 1));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(Object revision, String name, Object value) {
        try {
            Field field = Revision.class.getDeclaredField(name);
            field.setAccessible(true);
            field.set(revision, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
