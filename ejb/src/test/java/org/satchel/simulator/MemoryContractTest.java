package org.satchel.simulator;

class MemoryContractTest extends WorkspaceContract {

    @Override
    protected ContractSites sites() {
        return new MemoryContractSites();
    }
}
