package org.servanda.commitments;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.DynamicUpdate;

import org.servanda.text.JsonText;

/** A commitment with its text as it was last read. Its state is in the rows of {@code Standing}. */
@Entity
@DynamicUpdate // An update changes two counters; the text, a few kilobytes, is not written again.
@Table(name = "commitment")
public class Commitment {

    /** Who entered the commitment, and so who may correct the reading of its text. */
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

    /** Number of updates so far, also those that wait or were returned; the ids of updates count on from it. */
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

    /** Takes a corrected reading of the same text. @param by who corrects it, and may correct it from then on */
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

    /** The id of the next update; the same until {@link #countUpdate} is called. */
    public String nextUpdate() {
        return code + "-U" + (updates + 1);
    }

    public void countUpdate() {
        updates++;
    }
}
