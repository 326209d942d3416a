package org.satchel.records;

import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The stamps of all applications of this deployment, begun when the first record is written. */
final class AllStamps implements RecordStamps.Stamper {

    private final Iterable<RecordStamps> applications;
    private final String account;
    private List<RecordStamps.Stamper> begun;

    AllStamps(Iterable<RecordStamps> applications, String account) {
        this.applications = applications;
        this.account = account;
    }

    @Override
    public void created(Object entity) {
        begun().forEach(stamper -> stamper.created(entity));
    }

    @Override
    public void changed(Object entity, Set<String> given) {
        begun().forEach(stamper -> stamper.changed(entity, given));
    }

    private List<RecordStamps.Stamper> begun() {
        if (begun == null) {
            begun = StreamSupport.stream(applications.spliterator(), false)
                    .map(application -> application.begin(account))
                    .toList();
        }
        return begun;
    }
}
