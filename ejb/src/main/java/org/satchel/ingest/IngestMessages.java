package org.satchel.ingest;

import java.util.UUID;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What this package tells an operator. */
@MessageLogger(projectCode = "SATCHEL", length = 4)
interface IngestMessages extends BasicLogger {

    IngestMessages LOG = Logger.getMessageLogger(
            java.lang.invoke.MethodHandles.lookup(), IngestMessages.class, "org.satchel.ingest");

    @LogMessage(level = Level.WARN)
    @Message(id = 1100, value = "Revision %s of link %d is parked: %s")
    void parked(UUID revision, long link, String reason);

    @LogMessage(level = Level.ERROR)
    @Message(
            id = 1101,
            value =
                    "Parked revision %s is not tried again by itself after %d tries: %s. Look at it in the console, Parked")
    void stopped(UUID revision, int attempts, String reason);

    @LogMessage(level = Level.INFO)
    @Message(id = 1102, value = "Parked revision %s is applied")
    void released(UUID revision);

    @LogMessage(level = Level.INFO)
    @Message(id = 1103, value = "%s has skipped parked revision %s; its sender is told this site's own values")
    void skipped(String account, UUID revision);
}
