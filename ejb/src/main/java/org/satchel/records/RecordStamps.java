package org.satchel.records;

import java.util.Set;

/**
 * What an application fills in when records are written through {@link Records}: who and when. Implement it as a CDI bean; all there are
 * get asked, for records of every type. It is for this door only: a change that comes from another site stays as it came.
 */
public interface RecordStamps {

    /** Begins a transaction's work for the account that makes it; called once for a batch. */
    Stamper begin(String account);

    /** Stamps the records of one transaction. */
    interface Stamper {

        /** Called with a new record before it is validated. */
        void created(Object entity);

        /**
         * Called with a record of which a property has changed, before it is validated.
         *
         * @param given the properties that the caller named; they stay as given
         */
        void changed(Object entity, Set<String> given);
    }
}
