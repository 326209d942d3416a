package org.satchel.site;

import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.util.UUID;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What an operator should know of this site, its links and its accounts. No secret is ever a parameter here. */
@MessageLogger(projectCode = "SATCHEL", length = 4)
interface SiteMessages extends BasicLogger {

    SiteMessages LOG =
            Logger.getMessageLogger(MethodHandles.lookup(), SiteMessages.class, SiteMessages.class.getPackageName());

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 1000, value = "This site is %s (%s), incarnation %s")
    void started(String name, UUID uuid, UUID incarnation);

    @LogMessage(level = Logger.Level.INFO)
    @Message(
            id = 1001,
            value = "Made the account admin; its password is in the file %s. Read it, change it and delete the file")
    void madeAdministrator(Path file);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 1002, value = "Made the account admin with the configured password")
    void madeConfiguredAdministrator();

    @LogMessage(level = Logger.Level.INFO)
    @Message(
            id = 1003,
            value =
                    "Made the site key %s. Back it up apart from the database: without it the parent's secret must be set again")
    void madeKey(Path file);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 1004, value = "Link %d to %s is bound to site %s")
    void bound(long link, String name, UUID neighbour);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 1005, value = "Refused site %s on link %d: %s")
    void refused(UUID site, long link, String reason);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 1006, value = "Account %s is now %s")
    void accountChanged(String name, String state);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(
            id = 1007,
            value =
                    "The stored secret of link %d cannot be read with the site key. Bring the right key file back, or set the parent again")
    void unreadableSecret(long link);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 1008,
            value = "The database of %s is an older state of itself: incarnation %s is over, %s begins."
                    + " What it had sent before comes back; nothing is overwritten")
    void newLife(String name, UUID before, UUID now);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 1009,
            value = "This site is now %s (%s): a site of its own. Link it to a parent with credentials of its own")
    void newSite(String name, UUID uuid);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 1010, value = "Link %d to %s goes on with incarnation %s of its database; it was %s")
    void neighbourRenewed(long link, String name, UUID now, UUID before);
}
