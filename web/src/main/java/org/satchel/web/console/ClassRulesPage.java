package org.satchel.web.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.satchel.rules.ClassRule;
import org.satchel.rules.Policy;
import org.satchel.site.ClassRules;

/** The list of classes with their rules. What the reader has just set is a parameter of the URL. */
@Named("classRules")
@RequestScoped
public class ClassRulesPage {

    @EJB
    private ClassRules rules;

    @Inject
    @RequestParameterMap
    private Map<String, String> parameters;

    private Map<String, ClassRule> every;

    public List<Policy> getPolicies() {
        return List.of(Policy.values());
    }

    public List<Map.Entry<String, ClassRule>> getRows() {
        return List.copyOf(every().entrySet());
    }

    /** The class whose rule the reader has just set; null if none. */
    public String getTold() {
        var told = parameters.get("told");
        return told != null && every().containsKey(told) ? told : null;
    }

    private Map<String, ClassRule> every() {
        if (every == null) {
            every = rules.ofEveryClass();
        }
        return every;
    }
}
