package org.satchel.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.satchel.digest.DigestReport;
import org.satchel.digest.Digests;
import org.satchel.site.Roles;

/** Whether two sites hold the same. */
@Path("digests")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({Roles.ADMINISTRATOR, Roles.VIEWER, Roles.MONITOR})
@Tag(name = "Digests")
public class DigestsResource {

    @Inject
    private Digests digests;

    @GET
    @Operation(summary = "Count and fingerprint of every type's records, at one position of the journal")
    public DigestReport report() throws SQLException {
        return digests.report();
    }
}
