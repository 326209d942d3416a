package org.satchel.clinic;

/** A record that says who made and changed it, and when. Only what is missing is filled in. */
interface Stamped {

    void made(Stamp stamp);

    /** @param stamp who changes it now; what the change itself says goes before it */
    void changed(Stamp stamp);
}
