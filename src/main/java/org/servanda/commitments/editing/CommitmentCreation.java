package org.servanda.commitments.editing;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.areas.Areas;
import org.servanda.commitments.Commitment;
import org.servanda.commitments.Commitment.Entered;
import org.servanda.commitments.CommitmentEntryKinds;
import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.Commitments;
import org.servanda.commitments.search.CommitmentQueries;
import org.servanda.commitments.standings.CommitmentView;
import org.servanda.commitments.standings.StandingProjection;
import org.servanda.instruments.CitedPassage;
import org.servanda.instruments.InstrumentView;
import org.servanda.instruments.Instruments;
import org.servanda.ledger.Ledger;
import org.servanda.ledger.NewEntry;
import org.servanda.ledger.ReadPoint;
import org.servanda.ledger.ReadPoints;
import org.servanda.parties.Parties;
import org.servanda.web.BodyValidation;
import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

/** Creates a commitment that was found in the text of an instrument; each is anchored to its exact words, or refused. */
@ApplicationScoped
class CommitmentCreation {

    private final Ledger ledger;
    private final ReadPoints readPoints;
    private final Commitments commitments;
    private final CommitmentQueries pages;
    private final StandingProjection projection;
    private final Instruments instruments;
    private final QuotationFinder quotations;
    private final Areas areas;
    private final Parties parties;

    CommitmentCreation(
            Ledger ledger,
            ReadPoints readPoints,
            Commitments commitments,
            CommitmentQueries pages,
            StandingProjection projection,
            Instruments instruments,
            QuotationFinder quotations,
            Areas areas,
            Parties parties) {
        this.ledger = ledger;
        this.readPoints = readPoints;
        this.commitments = commitments;
        this.pages = pages;
        this.projection = projection;
        this.instruments = instruments;
        this.quotations = quotations;
        this.areas = areas;
        this.parties = parties;
    }

    CommitmentView enter(NewCommitment request, String actor) {
        ledger.lock();
        ReadPoint now = readPoints.now();
        BodyValidation bodyValidation = new BodyValidation();
        boolean known = bodyValidation.required(request.instrument(), "/instrument");
        if (known) known = bodyValidation.code(request.instrument(), instruments.codes(), "instrument", "/instrument");
        request.check(areas.codes(), parties.codes(), bodyValidation);
        if (!known) throw bodyValidation.problem();
        InstrumentView instrument = instruments.view(request.instrument(), now);
        List<CitedPassage> passages = quotations.find(request, instrument, bodyValidation);
        bodyValidation.throwIfInvalid();
        if (commitments.findByCode(request.code()).isPresent())
            throw new ProblemException(
                    ProblemType.ALREADY_EXISTS,
                    "There is a commitment " + request.code() + "; a code is never used again.");
        CommitmentText commitmentText = request.text(instrument, commitments.nextPlace(request.instrument()), passages);
        LocalDate adopted = instrument.adopted().date();
        ledger.append(new NewEntry(
                actor,
                CommitmentEntryKinds.subject(commitmentText.code()),
                CommitmentEntryKinds.RECORDED,
                adopted,
                null,
                commitmentText));
        Commitment entered = new Commitment(commitmentText, Entered.api);
        commitments.persist(entered);
        projection.catchUp(List.of(entered));
        return pages.view(commitmentText.code(), readPoints.now());
    }
}
