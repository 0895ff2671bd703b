package org.servanda.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

import org.servanda.text.JsonText;

/**
 * Reference data: a code, a place in its list, and a description {@code V} that is kept and answered whole.
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

    /** What the ledger keeps of it: its place in the list, and the description. */
    public record Placed(int place, Record view) {}

    public Placed placed() {
        return new Placed(place, view());
    }

    public String code() {
        return code;
    }

    public V view() {
        return JsonText.read(content, type());
    }

    /** Takes a corrected description; true when anything is different. */
    public boolean revise(V corrected, int newPlace) {
        String text = JsonText.write(corrected);
        if (text.equals(content) && newPlace == place) return false;
        content = text;
        place = newPlace;
        return true;
    }
}
