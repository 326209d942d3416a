package org.satchel.web.api;

import java.lang.invoke.MethodHandles;
import java.util.UUID;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What an operator should know of the REST interface. */
@MessageLogger(projectCode = "SATCHEL", length = 4)
interface ApiMessages extends BasicLogger {

    ApiMessages LOG =
            Logger.getMessageLogger(MethodHandles.lookup(), ApiMessages.class, ApiMessages.class.getPackageName());

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 1900, value = "Incident %s: a request failed unexpectedly")
    void unexpected(UUID incident, @Cause Throwable failure);
}
