package org.servanda.parties;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.ledger.Entries;
import org.servanda.ledger.ReferenceList;
import org.servanda.text.SearchWords;

@ApplicationScoped
public class Parties extends ReferenceList<Party, PartyView> {

    Parties(Entries entries) {
        super("party", PartyView.class, entries);
    }

    @Override
    public Optional<String> findCodeByName(String name) {
        String folded = SearchWords.fold(name);
        return inOrder().stream()
                .map(Party::view)
                .filter(party -> names(party).map(SearchWords::fold).anyMatch(folded::equals))
                .map(PartyView::code)
                .findFirst();
    }

    private static Stream<String> names(PartyView party) {
        PartyView.Aliases aliases = party.aliases();
        List<String> zh = aliases == null || aliases.zh() == null ? List.of() : aliases.zh();
        List<String> en = aliases == null || aliases.en() == null ? List.of() : aliases.en();
        return Stream.of(Stream.of(party.name().zh(), party.name().en()), zh.stream(), en.stream())
                .flatMap(names -> names)
                .filter(Objects::nonNull);
    }
}
