package org.satchel.records;

/** Why a request for records was refused. None of them heals by trying again unchanged. */
public enum Reason {
    /** The JSON has not the shape of a record. */
    MALFORMED,
    /** No synchronised type has that name. */
    UNKNOWN_TYPE,
    /** The type has no such property, or it cannot be used that way. */
    UNKNOWN_PROPERTY,
    /** The value is not of the property's kind. */
    WRONG_VALUE,
    /** No record of the referred type has that UUID. */
    UNKNOWN_REFERENCE,
    /** The record breaks constraints of its type. */
    INVALID,
    /** There is a record of that type and UUID already. */
    EXISTS,
    /** Another record holds a value that may be there only once. */
    VALUE_TAKEN,
    /** There is no record of that type and UUID. */
    NOT_FOUND,
    /** Other records refer to the one that was to be deleted. */
    STILL_REFERENCED,
    /** Another site alone may change records of the type. */
    AUTHORED_ELSEWHERE
}
