package org.servanda.commitments;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.DynamicUpdate;

import org.servanda.text.JsonText;

/** What was promised, as its text was last read. Where it stands is read off its {@code Standing}s. */
@Entity
@DynamicUpdate // An update moves two counters; the promise, a few kilobytes, stays as it is.
@Table(name = "commitment")
public class Commitment {

    /** Who entered it, and so who may correct how its text was read. */
    public enum Entered {
        seeds,
        api
    }

    @Id
    @Column(length = 60)
    private String code;

    @Column(length = 40, nullable = false, updatable = false)
    private String instrument;

    @Column(nullable = false)
    private int place;

    @Enumerated(EnumType.STRING)
    @Column(length = 10, nullable = false)
    private Entered entered;

    @Column(length = 200_000, nullable = false)
    private String content;

    /** Sequence of the last ledger entry that is projected into the rows of {@code Standing}. */
    @Column(name = "followed", nullable = false)
    private long projectedSequence;

    /** Updates so far, whatever became of them; their ids count on. */
    @Column(nullable = false)
    private int updates;

    protected Commitment() {}

    public Commitment(CommitmentText commitmentText, Entered entered) {
        code = commitmentText.code();
        instrument = commitmentText.instrument();
        this.entered = entered;
        take(commitmentText);
    }

    public String code() {
        return code;
    }

    public String instrument() {
        return instrument;
    }

    public int place() {
        return place;
    }

    public boolean entered(Entered by) {
        return entered == by;
    }

    public CommitmentText text() {
        return JsonText.read(content, CommitmentText.class);
    }

    public boolean differsFrom(CommitmentText commitmentText) {
        return !JsonText.write(commitmentText).equals(content);
    }

    /** Takes a corrected reading of the same promise; who corrects it answers for it from then on. */
    public void correct(CommitmentText corrected, Entered by) {
        if (!corrected.code().equals(code) || !corrected.instrument().equals(instrument))
            throw new IllegalArgumentException(corrected.code() + " is another commitment than " + code);
        entered = by;
        take(corrected);
    }

    private void take(CommitmentText commitmentText) {
        place = commitmentText.place();
        content = JsonText.write(commitmentText);
    }

    public long projectedSequence() {
        return projectedSequence;
    }

    public void markProjected(long sequence) {
        projectedSequence = sequence;
    }

    /** The id of its next update; the same until one is counted. */
    public String nextUpdate() {
        return code + "-U" + (updates + 1);
    }

    public void countUpdate() {
        updates++;
    }
}
