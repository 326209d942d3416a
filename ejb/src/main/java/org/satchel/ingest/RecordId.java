package org.satchel.ingest;

import org.satchel.model.RecordType;

/** A record as every site knows it: the root of its type's inheritance, and its UUID. */
record RecordId(String root, String uuid) {

    static RecordId of(RecordType type, String uuid) {
        return new RecordId(type.root(), uuid);
    }
}
