package org.servanda.commitments.standings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.commitments.Commitment;
import org.servanda.commitments.Commitment.Entered;
import org.servanda.commitments.CommitmentEntryKinds;
import org.servanda.commitments.CommitmentKind;
import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.Commitments;
import org.servanda.commitments.Confidence;
import org.servanda.commitments.Obligation;
import org.servanda.commitments.Owner;
import org.servanda.commitments.OwnerHow;
import org.servanda.commitments.Status;
import org.servanda.commitments.StatusBasis;
import org.servanda.commitments.TimeFrame;
import org.servanda.commitments.TimeFrameBasis;
import org.servanda.commitments.timeline.CommitmentEdit;
import org.servanda.instruments.CitedPassage;
import org.servanda.ledger.Ledger;
import org.servanda.ledger.NewEntry;
import org.servanda.text.Bilingual;
import org.servanda.text.Language;
import org.servanda.text.Sha256;
import org.servanda.time.DatePrecision;

/** Fills the register of a test with many commitments whose texts are as odd as texts can be. */
@ApplicationScoped
public class ManyCommitments {

    private static final int AT_ONCE = 250;
    private static final List<String> ODD = List.of(
            "=1+1",
            "＝1＋1",
            "+86 10",
            "-1",
            "@all",
            "'quoted'",
            "''",
            "\tindented",
            "a, \"b\"; c",
            "two\nlines",
            "two\r\nlines",
            "a\\;b",
            " around ",
            "数字学院；“引号”",
            "العربية",
            "🙂 emoji",
            "true",
            "007",
            "2026-01-31",
            "1e5");

    private final Ledger ledger;
    private final StandingProjection projection;
    private final Commitments commitments;

    ManyCommitments(Ledger ledger, StandingProjection projection, Commitments commitments) {
        this.ledger = ledger;
        this.projection = projection;
        this.commitments = commitments;
    }

    /** Enters so many in an instrument that the seeds have; every third one is reported on, every seventh one is led. */
    public void enter(int many, String instrument, long seed) {
        RandomInputs random = new RandomInputs(seed);
        for (int done = 0; done < many; done += AT_ONCE) {
            int first = done;
            int most = Math.min(AT_ONCE, many - done);
            QuarkusTransaction.requiringNew().run(() -> enter(first, most, instrument, random));
        }
    }

    /** Gives one of them another title from a day on. */
    public void rename(String code, LocalDate on, String title) {
        QuarkusTransaction.requiringNew().run(() -> {
            ledger.lock();
            append(
                    code,
                    CommitmentEntryKinds.EDITED,
                    on,
                    new CommitmentEdit(new Bilingual(title, title), null, null, null, null, null, null, null));
            projection.catchUp(List.of(commitments.byCode(code)));
        });
    }

    private void enter(int first, int most, String instrument, RandomInputs random) {
        ledger.lock();
        List<Commitment> entered = new ArrayList<>();
        for (int i = first; i < first + most; i++) {
            CommitmentText commitmentText = promise(i, instrument, random);
            append(commitmentText.code(), CommitmentEntryKinds.RECORDED, null, commitmentText);
            Commitment commitment = new Commitment(commitmentText, Entered.api);
            commitments.persist(commitment);
            entered.add(commitment);
            LocalDate day = random.day(LocalDate.of(2025, 10, 1), LocalDate.of(2026, 6, 30));
            if (i % 3 == 0)
                append(
                        commitmentText.code(),
                        CommitmentEntryKinds.ACCEPTED,
                        day,
                        random.update(commitmentText.code() + "-U1", null));
            if (i % 7 == 0)
                append(
                        commitmentText.code(),
                        CommitmentEntryKinds.EDITED,
                        day,
                        new CommitmentEdit(
                                null,
                                null,
                                null,
                                new Owner.Assigned(random.oneOf(RandomInputs.PARTIES), text(random), day),
                                null,
                                null,
                                null,
                                null));
        }
        projection.catchUp(entered);
    }

    private void append(String code, String kind, LocalDate on, Record body) {
        ledger.append(new NewEntry("a test", CommitmentEntryKinds.subject(code), kind, on, null, body));
    }

    private static CommitmentText promise(int i, String instrument, RandomInputs random) {
        Bilingual wording = text(random);
        return new CommitmentText(
                instrument + ".X" + i,
                instrument,
                1_000 + i,
                random.percentChance(50) ? "X" + i : null,
                new Bilingual(odd(random), odd(random)),
                wording,
                null,
                random.oneOf(List.of("AI", "INFRA", "TRADE")),
                random.percentChance(40) ? List.of("GREEN", "SKILLS") : List.of(),
                random.oneOf(List.of(CommitmentKind.values())),
                random.oneOf(List.of(Obligation.values())),
                random.percentChance(80) ? RandomInputs.PARTIES.subList(0, 1 + random.below(4)) : List.of(),
                random.percentChance(50)
                        ? new Owner.Stated(OwnerHow.not_stated, null, null)
                        : new Owner.Stated(OwnerHow.named, text(random), List.of("CN")),
                List.of(),
                random.percentChance(30)
                        ? new TimeFrame(
                                null,
                                LocalDate.of(2026, 1, 1).plusDays(random.below(600)),
                                DatePrecision.day,
                                text(random),
                                TimeFrameBasis.stated)
                        : null,
                List.of(new CitedPassage(
                        Language.en, "sec_X__para_" + i, odd(random), i, i + 1, Sha256.sha256("" + i))),
                List.of(),
                List.of(),
                Status.declared,
                new StatusBasis(null, Confidence.high, LocalDate.of(2025, 9, 1), DatePrecision.day, null));
    }

    private static Bilingual text(RandomInputs random) {
        int languages = random.below(3);
        return new Bilingual(languages == 1 ? null : odd(random), languages == 2 ? null : odd(random));
    }

    private static String odd(RandomInputs random) {
        StringBuilder text = new StringBuilder(random.oneOf(ODD));
        while (random.percentChance(40)) text.append(' ').append(random.oneOf(ODD));
        return text.toString();
    }
}
