package org.satchel.capture;

/** A site without a parent: there is nothing to see. */
public final class Orphan extends ParentSight {

    /** The bean that it stands for. */
    public static final Class<?> BEAN = ParentSight.class;

    @Override
    Received received() {
        return new Received(0, false);
    }
}
