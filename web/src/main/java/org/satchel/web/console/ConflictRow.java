package org.satchel.web.console;

import com.fasterxml.jackson.databind.JsonNode;
import org.satchel.conflicts.ConflictEntry;
import org.satchel.conflicts.ConflictValues;
import org.satchel.conflicts.ConflictValues.Form;

/**
 * One field of a conflict as a line of the page.
 *
 * @param values null if the reader may not see what records hold
 * @param typed what the reader typed as the result; null at first
 */
public record ConflictRow(ConflictEntry entry, ConflictValues values, String typed) {

    private static final int LONG = 60;

    public String lost() {
        return text(values.lost());
    }

    public String stands() {
        return text(values.stands());
    }

    /** What the record holds now, as the page shows and sends it back. */
    public String current() {
        return text(values.current());
    }

    /** The map's key or the set's element; null for a field. */
    public String key() {
        return values == null || values.key() == null ? null : text(values.key());
    }

    /** Whether the record holds something else by now than what stood. */
    public boolean isMovedOn() {
        return isShown() && values.isRecordHere() && !current().equals(stands());
    }

    /** Whether there are values that the reader may see. */
    public boolean isShown() {
        return values != null && !values.hidden() && entry.slot() != null;
    }

    /** Whether the reader can give it a result. */
    public boolean isEditable() {
        return isShown() && values.isRecordHere() && entry.state().isUndecided();
    }

    public String result() {
        return typed == null ? current() : typed;
    }

    public boolean isChoice() {
        return values.form() == Form.TRUTH;
    }

    /** Whether one line is too short for it. */
    public boolean isText() {
        return values.form() == Form.DOCUMENT || isLong(lost()) || isLong(stands()) || isLong(current());
    }

    private static boolean isLong(String text) {
        return text.length() > LONG || text.contains("\n");
    }

    private String text(JsonNode value) {
        return values.text(value);
    }
}
