package org.servanda.commitments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.commitments.Commitment.Entered;
import org.servanda.instruments.CitedPassage;
import org.servanda.ledger.Ledger;
import org.servanda.ledger.NewEntry;
import org.servanda.text.Bilingual;
import org.servanda.text.Digest;
import org.servanda.text.Language;
import org.servanda.time.DatePrecision;

/** Fills the register of a test with many commitments whose texts are as odd as texts can be. */
@ApplicationScoped
public class Multitude {

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
    private final Chronicle chronicle;
    private final Commitments commitments;

    Multitude(Ledger ledger, Chronicle chronicle, Commitments commitments) {
        this.ledger = ledger;
        this.chronicle = chronicle;
        this.commitments = commitments;
    }

    /** Enters so many in an instrument that the seeds have; every third one is reported on, every seventh one is led. */
    public void enter(int many, String instrument, long seed) {
        Chance chance = new Chance(seed);
        for (int done = 0; done < many; done += AT_ONCE) {
            int first = done;
            int most = Math.min(AT_ONCE, many - done);
            QuarkusTransaction.requiringNew().run(() -> enter(first, most, instrument, chance));
        }
    }

    /** Gives one of them another title from a day on. */
    public void rename(String code, LocalDate on, String title) {
        QuarkusTransaction.requiringNew().run(() -> {
            ledger.lock();
            append(
                    code,
                    CommitmentKinds.EDITED,
                    on,
                    new Edit(new Bilingual(title, title), null, null, null, null, null, null, null));
            chronicle.follow(List.of(commitments.byCode(code)));
        });
    }

    private void enter(int first, int most, String instrument, Chance chance) {
        ledger.lock();
        List<Commitment> entered = new ArrayList<>();
        for (int i = first; i < first + most; i++) {
            Promise promise = promise(i, instrument, chance);
            append(promise.code(), CommitmentKinds.RECORDED, null, promise);
            Commitment commitment = new Commitment(promise, Entered.api);
            commitments.persist(commitment);
            entered.add(commitment);
            LocalDate day = chance.day(LocalDate.of(2025, 10, 1), LocalDate.of(2026, 6, 30));
            if (i % 3 == 0)
                append(promise.code(), CommitmentKinds.ACCEPTED, day, chance.report(promise.code() + "-U1", null));
            if (i % 7 == 0)
                append(
                        promise.code(),
                        CommitmentKinds.EDITED,
                        day,
                        new Edit(
                                null,
                                null,
                                null,
                                new Owner.Assigned(chance.one(Chance.PARTIES), text(chance), day),
                                null,
                                null,
                                null,
                                null));
        }
        chronicle.follow(entered);
    }

    private void append(String code, String kind, LocalDate on, Record body) {
        ledger.append(new NewEntry("a test", CommitmentKinds.subject(code), kind, on, null, body));
    }

    private static Promise promise(int i, String instrument, Chance chance) {
        Bilingual wording = text(chance);
        return new Promise(
                instrument + ".X" + i,
                instrument,
                1_000 + i,
                chance.in100(50) ? "X" + i : null,
                new Bilingual(odd(chance), odd(chance)),
                wording,
                null,
                chance.one(List.of("AI", "INFRA", "TRADE")),
                chance.in100(40) ? List.of("GREEN", "SKILLS") : List.of(),
                chance.one(List.of(Kind.values())),
                chance.one(List.of(Obligation.values())),
                chance.in100(80) ? Chance.PARTIES.subList(0, 1 + chance.below(4)) : List.of(),
                chance.in100(50)
                        ? new Owner.Stated(OwnerHow.not_stated, null, null)
                        : new Owner.Stated(OwnerHow.named, text(chance), List.of("CN")),
                List.of(),
                chance.in100(30)
                        ? new TimeFrame(
                                null,
                                LocalDate.of(2026, 1, 1).plusDays(chance.below(600)),
                                DatePrecision.day,
                                text(chance),
                                TimeFrameBasis.stated)
                        : null,
                List.of(new CitedPassage(
                        Language.en, "sec_X__para_" + i, odd(chance), i, i + 1, Digest.sha256("" + i))),
                List.of(),
                List.of(),
                Status.declared,
                new StatusBasis(null, Confidence.high, LocalDate.of(2025, 9, 1), DatePrecision.day, null));
    }

    private static Bilingual text(Chance chance) {
        int languages = chance.below(3);
        return new Bilingual(languages == 1 ? null : odd(chance), languages == 2 ? null : odd(chance));
    }

    private static String odd(Chance chance) {
        StringBuilder text = new StringBuilder(chance.one(ODD));
        while (chance.in100(40)) text.append(' ').append(chance.one(ODD));
        return text.toString();
    }
}
