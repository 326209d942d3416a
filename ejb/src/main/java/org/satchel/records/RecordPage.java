package org.satchel.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One page of a search.
 *
 * @param total how many records match on all pages
 * @param page which page this is, from 0
 * @param size how many records a full page has
 * @param records the page's records, oldest key first
 */
public record RecordPage(long total, int page, int size, List<ObjectNode> records) {

    public RecordPage {
        records = List.copyOf(records);
    }
}
