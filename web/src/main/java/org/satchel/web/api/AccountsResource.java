package org.satchel.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.satchel.site.Account;
import org.satchel.site.Accounts;
import org.satchel.site.Roles;

/** Who may log in at this site. */
@Path("accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed(Roles.ADMINISTRATOR)
@Tag(name = "Accounts")
public class AccountsResource {

    /** @param roles some of administrator, clerk, viewer, monitor */
    public record NewAccount(@NotNull String name, @NotNull String password, @NotNull Set<String> roles) {

        /** Keeps the password out of logs. */
        @Override
        public String toString() {
            return "NewAccount[name=" + name + ", roles=" + roles + "]";
        }
    }

    /** @param enabled false to let the account log in no more */
    public record AccountState(@NotNull Boolean enabled) {}

    /** A person's new password. */
    public record NewPassword(@NotNull String password) {

        /** Keeps the password out of logs. */
        @Override
        public String toString() {
            return "NewPassword[]";
        }
    }

    @Inject
    private Accounts accounts;

    @GET
    @Operation(summary = "All accounts, of people and of children")
    public List<Account> all() {
        return accounts.all();
    }

    @POST
    @Operation(summary = "Makes a person's account")
    @APIResponse(responseCode = "201", description = "The account can log in")
    public Response create(@NotNull @Valid NewAccount body) {
        if (accounts.create(body.name(), body.password(), body.roles())) {
            return Response.status(Response.Status.CREATED).build();
        }
        return Problem.response(409, "account-exists", "The name is taken", null, "Choose another name.", false);
    }

    @PUT
    @Path("{name}")
    @Operation(summary = "Enables or disables an account")
    public void change(@PathParam("name") String name, @NotNull @Valid AccountState body) {
        require(accounts.enable(name, body.enabled()));
    }

    @PUT
    @Path("{name}/password")
    @Operation(summary = "Sets a person's new password")
    public void changePassword(@PathParam("name") String name, @NotNull @Valid NewPassword body) {
        require(accounts.changePassword(name, body.password()));
    }

    private static void require(boolean known) {
        if (!known) {
            throw new NotFoundException("There is no such account.");
        }
    }
}
