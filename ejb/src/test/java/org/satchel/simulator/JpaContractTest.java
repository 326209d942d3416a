package org.satchel.simulator;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.satchel.zoo.ZooSite;

/** The contract over the store that ships, on MariaDB. */
class JpaContractTest extends WorkspaceContract {

    private static final List<ZooSite> SCHEMAS = new ArrayList<>();

    @AfterAll
    static void closeAll() {
        SCHEMAS.forEach(ZooSite::close);
        SCHEMAS.clear();
    }

    @Override
    protected ContractSites sites() {
        return new JpaContractSites(SCHEMAS);
    }
}
