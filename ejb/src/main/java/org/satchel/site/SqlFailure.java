package org.satchel.site;

import java.sql.SQLException;

/** The database refused a statement or is away. Rolls the transaction back; the same call may succeed later. */
public final class SqlFailure extends RuntimeException {

    SqlFailure(SQLException cause) {
        super(cause);
    }
}
