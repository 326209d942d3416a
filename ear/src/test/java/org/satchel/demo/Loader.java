package org.satchel.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.satchel.world.Api;
import org.satchel.world.Site;

/** Puts records into a site the only way there is: through the application, so that they are captured. */
final class Loader {

    private static final int BATCH = 500;

    private final Api api;
    private final Progress progress;

    Loader(Site site, Progress progress) {
        this.api = site.api();
        this.progress = progress;
    }

    /** All in one transaction. */
    void create(List<ObjectNode> records) {
        api.post("/records", Api.JSON.createArrayNode().addAll(records)).ok();
    }

    /** In batches; a reference that closes a circle is set once both ends are there. */
    void createAll(List<DumpRow> rows) {
        Set<DumpRow> there = new HashSet<>();
        var later = new ArrayList<Map.Entry<DumpRow, String>>();
        var batch = new ArrayList<ObjectNode>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            row.references().forEach((property, target) -> {
                if (there.contains(target)) {
                    row.record().put(property, target.uuid());
                } else {
                    later.add(Map.entry(row, property));
                }
            });
            batch.add(row.record());
            there.add(row);
            if (batch.size() == BATCH || i == rows.size() - 1) {
                create(batch);
                batch.clear();
                progress.say("%,6d of %,d records are in", i + 1, rows.size());
            }
        }
        later.forEach(circle -> {
            var row = circle.getKey();
            var property = circle.getValue();
            api.put(
                            "/records/" + row.type() + "/" + row.uuid(),
                            Site.json()
                                    .put(
                                            property,
                                            row.references().get(property).uuid()))
                    .ok();
        });
    }
}
