package org.satchel.web.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.satchel.rules.ClassRule;
import org.satchel.rules.Policy;
import org.satchel.site.ClassRules;

/** The rule of one class, to be chosen. What was chosen stays if it is refused. */
@Named("classRule")
@RequestScoped
public class ClassRulePage {

    @Inject
    private FacesContext faces;

    @EJB
    private ClassRules rules;

    @Inject
    private SiteNames sites;

    @Inject
    @RequestParameterMap
    private Map<String, String> parameters;

    private Optional<ClassRule> found;
    private boolean siteMissing;

    /** The page answers 404 if there is no such class. */
    public void load() {
        if (found().isEmpty()) {
            faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    public boolean isFound() {
        return found().isPresent();
    }

    public List<Policy> getPolicies() {
        return List.of(Policy.values());
    }

    /** The policy that the page shows: what the reader chose, at first what the class has. */
    public Policy getPolicy() {
        return Arrays.stream(Policy.values())
                .filter(policy -> policy.name().equals(parameters.get("policy")))
                .findFirst()
                .orElse(found().orElse(ClassRule.DEFAULT).policy());
    }

    /** The site that the page shows; null if none. */
    public UUID getAuthor() {
        return parameters.containsKey("author")
                ? Identifiers.parse(parameters.get("author")).orElse(null)
                : found().map(ClassRule::author).orElse(null);
    }

    /** The known sites, and the one that the rule names though this site has only heard of it. */
    public List<Map.Entry<UUID, String>> getSites() {
        var all = new ArrayList<>(sites.getAll());
        var author = getAuthor();
        if (author != null && all.stream().noneMatch(site -> site.getKey().equals(author))) {
            all.add(Map.entry(author, sites.of(author)));
        }
        return all;
    }

    /** Gives the class the rule that the reader chose, if it names the site that it needs. */
    public String save() {
        var author = getPolicy() == Policy.AUTHORED_AT ? getAuthor() : null;
        siteMissing = getPolicy() == Policy.AUTHORED_AT && author == null;
        if (siteMissing || !isFound()) {
            return null;
        }
        rules.set(getType(), getPolicy(), author);
        return "/console/rules?faces-redirect=true&told=" + getType();
    }

    public boolean isSiteMissing() {
        return siteMissing;
    }

    public String getType() {
        return parameters.get("type");
    }

    private Optional<ClassRule> found() {
        if (found == null) {
            found = Optional.ofNullable(getType()).map(rules.ofEveryClass()::get);
        }
        return found;
    }
}
