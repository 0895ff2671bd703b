package org.servanda.reports.dossiers;

import java.util.List;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import org.servanda.commitments.Owner;
import org.servanda.commitments.PartyStatus;
import org.servanda.commitments.StatusBasis;
import org.servanda.commitments.TimeFrame;
import org.servanda.commitments.history.ChangeView;
import org.servanda.commitments.links.LinkView;
import org.servanda.commitments.search.PartyStandings;
import org.servanda.commitments.standings.CommitmentView;
import org.servanda.instruments.CitedPassage;
import org.servanda.reports.dossiers.DossierRow.Section;
import org.servanda.text.Bilingual;
import org.servanda.text.Language;
import org.servanda.text.PrintedAs;

/** Writes the lines of a dossier about the commitment: its standing, text, passages, owner and links. */
final class DossierOfText {

    private final CommitmentView commitment;
    private final Consumer<DossierRow> taker;

    DossierOfText(CommitmentView commitment, Consumer<DossierRow> taker) {
        this.commitment = commitment;
        this.taker = taker;
    }

    void standing(PartyStandings parties) {
        add(standing("status").on(commitment.statusSince()).after(commitment.status()));
        add(standing("percent")
                .on(commitment.percentOn())
                .after(commitment.percent())
                .printedAs(PrintedAs.PERCENT));
        add(standing("successor").after(commitment.successor()));
        add(standing("schedule").after(commitment.schedule()));
        add(standing("freshness").after(commitment.freshness()));
        add(standing("assurance").after(commitment.assurance()));
        add(standing("assessment").after(commitment.assessment()));
        add(standing("evidenceCount").after(commitment.evidenceCount()));
        if (commitment.lastUpdate() != null)
            add(standing("lastUpdate")
                    .on(commitment.lastUpdate().effectiveOn())
                    .after(commitment.lastUpdate().id()));
        if (commitment.statusBasis() != null) basis(commitment.statusBasis());
        add(standing("instrument").after(commitment.instrument()));
        add(standing("area").after(commitment.area()).printedAs(PrintedAs.AREA));
        add(standing("otherAreas").after(commitment.otherAreas()).printedAs(PrintedAs.AREA));
        add(standing("kind").after(commitment.kind()));
        add(standing("obligation").after(commitment.obligation()));
        if (commitment.timeFrame() != null) frame(commitment.timeFrame());
        add(standing("rollUp").after(commitment.rollUp()));
        for (PartyStandings.PartyStandingView party : parties.items()) {
            boolean hasUpdate = party.status() != null;
            add(standing("parties/status")
                    .party(party.party())
                    .on(party.since())
                    .after(hasUpdate ? party.status() : PartyStatus.not_reported));
            add(standing("parties/percent")
                    .party(party.party())
                    .on(party.percentOn())
                    .after(party.percent())
                    .printedAs(PrintedAs.PERCENT));
            // A party without an update of its own has no freshness; that of the whole stands above.
            if (hasUpdate)
                add(standing("parties/freshness").party(party.party()).after(party.freshness()));
            add(standing("parties/assurance").party(party.party()).after(party.assurance()));
        }
    }

    private DossierRowBuilder standing(String field) {
        return line(Section.standing, field).recorded(commitment.updatedAt(), commitment.revision());
    }

    private void basis(StatusBasis basis) {
        String quote = basis.quote().text();
        Language lang = basis.quote().lang();
        add(standing("statusBasis")
                .on(basis.effectiveOn())
                .after(basis.confidence())
                .text(in(lang, quote)));
        add(standing("statusBasis/note").text(basis.note()));
    }

    private void frame(TimeFrame frame) {
        add(standing("timeFrame/from").after(frame.from()));
        add(standing("timeFrame/to").after(frame.to()));
        add(standing("timeFrame/basis").after(frame.basis()).text(frame.text()));
    }

    void text() {
        add(line(Section.text, "item").after(commitment.item()));
        add(line(Section.text, "title").text(commitment.title()));
        add(line(Section.text, "wording").text(commitment.wording()));
        add(line(Section.text, "summary").text(commitment.summary()));
        if (commitment.parts() != null)
            commitment.parts().forEach(part -> add(line(Section.text, "parts").text(part)));
        if (commitment.divergences() != null)
            commitment
                    .divergences()
                    .forEach(divergence -> add(line(Section.text, "divergences")
                            .after(divergence.kind())
                            .text(divergence.note())));
        for (CitedPassage passage : commitment.passages())
            add(line(Section.passage, passage.lang().name())
                    .id(passage.eid())
                    .after(passage.start() + "-" + passage.end())
                    .text(in(passage.lang(), passage.exact()))
                    .sha256(passage.sha256()));
    }

    /** @param changes all changes of the commitment; only those of the lead are written */
    void owner(List<ChangeView> changes) {
        Owner.Stated stated = commitment.owner().stated();
        add(line(Section.owner, "stated").after(stated.how()).text(stated.text()));
        add(line(Section.owner, "stated/parties").after(stated.parties()).printedAs(PrintedAs.PARTY));
        add(line(Section.owner, "supporting").after(commitment.supporting()).printedAs(PrintedAs.PARTY));
        add(line(Section.owner, "supportingAssigned")
                .after(commitment.supportingAssigned())
                .printedAs(PrintedAs.PARTY));
        Owner.Assigned lead = commitment.owner().assigned();
        if (lead != null)
            add(line(Section.owner, "assigned")
                    .on(lead.since())
                    .party(lead.party())
                    .after(lead.party())
                    .printedAs(PrintedAs.PARTY)
                    .text(lead.unit()));
        changes.stream()
                .filter(change -> "owner".equals(change.field()))
                .filter(change -> !lead(change.old()).equals(lead(change.now())))
                .forEach(change -> add(line(Section.owner, "assigned/history")
                        .on(change.from())
                        .recorded(change.recordedAt(), change.entry())
                        .who(change.actor())
                        .before(plain(lead(change.old())))
                        .after(plain(lead(change.now())))
                        .printedAs(PrintedAs.PARTY)
                        .reason(change.reason())));
    }

    private static JsonNode lead(Object owner) {
        return owner instanceof JsonNode json ? json.path("assigned") : MissingNode.getInstance();
    }

    private static String plain(JsonNode lead) {
        return lead.isMissingNode() || lead.isNull() ? null : lead.path("party").asText();
    }

    void links() {
        for (LinkView link : commitment.links()) {
            String field = link.direction() + "/" + link.type();
            add(line(Section.link, field)
                    .id(link.to())
                    .who(link.assertedBy())
                    .after(link.confidence())
                    .text(link.basis()));
            add(line(Section.link, field + "/reviewedBy").id(link.to()).after(link.reviewedBy()));
        }
    }

    private DossierRowBuilder line(Section section, String field) {
        return new DossierRowBuilder(commitment.code(), section, field);
    }

    private void add(DossierRowBuilder builder) {
        if (builder.hasValue()) taker.accept(builder.row());
    }

    private static Bilingual in(Language lang, String text) {
        return lang == Language.zh ? new Bilingual(text, null) : new Bilingual(null, text);
    }
}
