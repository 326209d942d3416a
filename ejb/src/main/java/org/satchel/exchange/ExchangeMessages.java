package org.satchel.exchange;

import java.util.Map;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What an operator should know of exchanges. */
@MessageLogger(projectCode = "SATCHEL", length = 4)
interface ExchangeMessages extends BasicLogger {

    ExchangeMessages LOG = Logger.getMessageLogger(
            java.lang.invoke.MethodHandles.lookup(), ExchangeMessages.class, "org.satchel.exchange");

    @LogMessage(level = Level.INFO)
    @Message(id = 1200, value = "Exchange with %s works again")
    void recovered(String link);

    @LogMessage(level = Level.WARN)
    @Message(id = 1201, value = "Exchange with %s failed %d times, next attempt at %s: %s")
    void failed(String link, int failures, java.time.Instant next, String reason);

    @LogMessage(level = Level.INFO)
    @Message(
            id = 1203,
            value =
                    "The journals of this site and %s were compared: both go on after the parent's position %d and this site's %d")
    void reconciled(String link, long received, long resume);

    @LogMessage(level = Level.INFO)
    @Message(id = 1204, value = "The records of this site and %s were compared: they are the same")
    void same(String link);

    @LogMessage(level = Level.INFO)
    @Message(
            id = 1205,
            value =
                    "The records of this site and %s were compared: those that differ are asked for, so many by type: %s")
    void differ(String link, Map<String, Integer> differing);

    @LogMessage(level = Level.WARN)
    @Message(
            id = 1206,
            value =
                    "The records of this site and %s still differ, so many by type: %s; they are asked for once more and"
                            + " then not compared again. Look at the parked change sets and the conflicts of both sites, then ask"
                            + " for a comparison")
    void stillDiffer(String link, Map<String, Integer> differing);

    @LogMessage(level = Level.ERROR)
    @Message(id = 1202, value = "Exchange with link %d stopped by a defect of this site")
    void defect(long link, @Cause Throwable cause);
}
