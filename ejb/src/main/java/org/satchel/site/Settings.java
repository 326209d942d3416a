package org.satchel.site;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Gives the checked settings to whoever needs them. */
@Dependent
class Settings {

    @Inject
    private Config config;

    @Produces
    @Singleton
    SiteSettings settings() {
        return SiteSettings.read(name -> config.getOptionalValue(name, String.class));
    }
}
