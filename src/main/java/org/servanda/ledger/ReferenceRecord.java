package org.servanda.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

import org.servanda.text.JsonText;

/**
 * An item of reference data: a code, a position in its list, and a description {@code V} that is stored and returned
 * whole.
 *
 * @param <V> the record that describes it
 */
@MappedSuperclass
public abstract class ReferenceRecord<V extends Record> {

    @Id
    @Column(length = 40)
    private String code;

    @Column(nullable = false)
    private int place;

    @Column(length = 100_000, nullable = false)
    private String content;

    protected ReferenceRecord() {}

    protected ReferenceRecord(String code, V description, int place) {
        this.code = code;
        this.place = place;
        this.content = JsonText.write(description);
    }

    protected abstract Class<V> type();

    /** The body of its ledger entries: its position in the list, and the description. */
    public record LedgerBody(int place, Record view) {}

    public LedgerBody ledgerBody() {
        return new LedgerBody(place, view());
    }

    public String code() {
        return code;
    }

    public V view() {
        return JsonText.read(content, type());
    }

    /** Applies a corrected description; true when anything has changed. */
    public boolean revise(V corrected, int newPlace) {
        String text = JsonText.write(corrected);
        if (text.equals(content) && newPlace == place) return false;
        content = text;
        place = newPlace;
        return true;
    }
}
