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

/** The lines of a dossier about the commitment itself: where it stands, its text, who is to act, its links. */
final class DossierOfText {

    private final CommitmentView its;
    private final Consumer<DossierRow> taker;

    DossierOfText(CommitmentView its, Consumer<DossierRow> taker) {
        this.its = its;
        this.taker = taker;
    }

    void standing(PartyStandings parties) {
        tell(standing("status").on(its.statusSince()).after(its.status()));
        tell(standing("percent").on(its.percentOn()).after(its.percent()).printedAs(PrintedAs.PERCENT));
        tell(standing("successor").after(its.successor()));
        tell(standing("schedule").after(its.schedule()));
        tell(standing("freshness").after(its.freshness()));
        tell(standing("assurance").after(its.assurance()));
        tell(standing("assessment").after(its.assessment()));
        tell(standing("evidenceCount").after(its.evidenceCount()));
        if (its.lastUpdate() != null)
            tell(standing("lastUpdate")
                    .on(its.lastUpdate().effectiveOn())
                    .after(its.lastUpdate().id()));
        if (its.statusBasis() != null) basis(its.statusBasis());
        tell(standing("instrument").after(its.instrument()));
        tell(standing("area").after(its.area()).printedAs(PrintedAs.AREA));
        tell(standing("otherAreas").after(its.otherAreas()).printedAs(PrintedAs.AREA));
        tell(standing("kind").after(its.kind()));
        tell(standing("obligation").after(its.obligation()));
        if (its.timeFrame() != null) frame(its.timeFrame());
        tell(standing("rollUp").after(its.rollUp()));
        for (PartyStandings.PartyStandingView party : parties.items()) {
            boolean said = party.status() != null;
            tell(standing("parties/status")
                    .party(party.party())
                    .on(party.since())
                    .after(said ? party.status() : PartyStatus.not_reported));
            tell(standing("parties/percent")
                    .party(party.party())
                    .on(party.percentOn())
                    .after(party.percent())
                    .printedAs(PrintedAs.PERCENT));
            // Nothing reported separately says it all; what was reported of the whole stands above.
            if (said) tell(standing("parties/freshness").party(party.party()).after(party.freshness()));
            tell(standing("parties/assurance").party(party.party()).after(party.assurance()));
        }
    }

    private DossierRowBuilder standing(String field) {
        return line(Section.standing, field).recorded(its.updatedAt(), its.revision());
    }

    private void basis(StatusBasis basis) {
        String quote = basis.quote().text();
        Language lang = basis.quote().lang();
        tell(standing("statusBasis")
                .on(basis.effectiveOn())
                .after(basis.confidence())
                .text(in(lang, quote)));
        tell(standing("statusBasis/note").text(basis.note()));
    }

    private void frame(TimeFrame frame) {
        tell(standing("timeFrame/from").after(frame.from()));
        tell(standing("timeFrame/to").after(frame.to()));
        tell(standing("timeFrame/basis").after(frame.basis()).text(frame.text()));
    }

    void text() {
        tell(line(Section.text, "item").after(its.item()));
        tell(line(Section.text, "title").text(its.title()));
        tell(line(Section.text, "wording").text(its.wording()));
        tell(line(Section.text, "summary").text(its.summary()));
        if (its.parts() != null)
            its.parts().forEach(part -> tell(line(Section.text, "parts").text(part)));
        if (its.divergences() != null)
            its.divergences()
                    .forEach(divergence -> tell(line(Section.text, "divergences")
                            .after(divergence.kind())
                            .text(divergence.note())));
        for (CitedPassage passage : its.passages())
            tell(line(Section.passage, passage.lang().name())
                    .id(passage.eid())
                    .after(passage.start() + "-" + passage.end())
                    .text(in(passage.lang(), passage.exact()))
                    .sha256(passage.sha256()));
    }

    /** @param changes everything that changed, of which those of the lead are told */
    void owner(List<ChangeView> changes) {
        Owner.Stated stated = its.owner().stated();
        tell(line(Section.owner, "stated").after(stated.how()).text(stated.text()));
        tell(line(Section.owner, "stated/parties").after(stated.parties()).printedAs(PrintedAs.PARTY));
        tell(line(Section.owner, "supporting").after(its.supporting()).printedAs(PrintedAs.PARTY));
        tell(line(Section.owner, "supportingAssigned")
                .after(its.supportingAssigned())
                .printedAs(PrintedAs.PARTY));
        Owner.Assigned lead = its.owner().assigned();
        if (lead != null)
            tell(line(Section.owner, "assigned")
                    .on(lead.since())
                    .party(lead.party())
                    .after(lead.party())
                    .printedAs(PrintedAs.PARTY)
                    .text(lead.unit()));
        changes.stream()
                .filter(change -> "owner".equals(change.field()))
                .filter(change -> !lead(change.old()).equals(lead(change.now())))
                .forEach(change -> tell(line(Section.owner, "assigned/history")
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
        for (LinkView link : its.links()) {
            String field = link.direction() + "/" + link.type();
            tell(line(Section.link, field)
                    .id(link.to())
                    .who(link.assertedBy())
                    .after(link.confidence())
                    .text(link.basis()));
            tell(line(Section.link, field + "/reviewedBy").id(link.to()).after(link.reviewedBy()));
        }
    }

    private DossierRowBuilder line(Section section, String field) {
        return new DossierRowBuilder(its.code(), section, field);
    }

    private void tell(DossierRowBuilder dossierRowBuilder) {
        if (dossierRowBuilder.says()) taker.accept(dossierRowBuilder.row());
    }

    private static Bilingual in(Language lang, String text) {
        return lang == Language.zh ? new Bilingual(text, null) : new Bilingual(null, text);
    }
}
