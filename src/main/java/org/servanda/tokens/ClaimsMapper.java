package org.servanda.tokens;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

import org.servanda.access.Caller;
import org.servanda.access.Identity;
import org.servanda.access.Role;
import org.servanda.text.Characters;
import org.servanda.text.ClosestMatch;
import org.servanda.text.Sha256;
import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

/** Reads off a checked token who holds it, in which role, for which party. What is not said clearly is not guessed. */
class ClaimsMapper {

    private static final int LONGEST_NAME = 200;

    /** 80 bits: enough that no two people meet, and short enough for every actor in the ledger. */
    private static final int ID_DIGITS = 20;

    private final OidcProvider provider;

    ClaimsMapper(OidcProvider provider) {
        this.provider = provider;
    }

    /** @param parties the codes of the register; asked for only when the token names one that matters */
    Identity pass(JsonNode claims, Supplier<List<String>> parties) {
        Role role = role(claims);
        String subject = claims.path("sub").asText();
        Caller caller = new Caller(id(provider.issuer(), subject), role, party(claims, role, parties));
        return new Identity(
                caller,
                name(claims),
                subject,
                Instant.ofEpochSecond(claims.path("exp").asLong()));
    }

    /**
     * By which the ledger names a holder. Nothing can be taken out of the ledger, and some providers use addresses of
     * people as subjects, so it holds a digest; whoever knows issuer and subject can compute it.
     */
    static String id(String issuer, String subject) {
        return "oidc:" + Sha256.sha256(issuer + "\n" + subject).substring(0, ID_DIGITS);
    }

    private Role role(JsonNode claims) {
        List<String> names = names(claims, provider.roleClaim());
        List<Role> roles = Arrays.stream(Role.values())
                .filter(role -> names.contains(role.name()))
                .toList();
        if (roles.size() == 1) return roles.get(0);
        if (roles.isEmpty())
            throw forbidden("Your token is valid and gives you no role: at " + provider.roleClaim() + " stands none of "
                    + words(List.of(Role.values())) + ".");
        // One hand must not hold two: who decides on reports does not assess them, and who issues keys does neither.
        throw forbidden("Your token gives you several roles at " + provider.roleClaim() + ": " + words(roles)
                + ". One account has one role here.");
    }

    private static String words(List<Role> roles) {
        return roles.stream().map(Role::name).collect(Collectors.joining(", "));
    }

    /** Other roles speak for no party, whatever the token says of their holder. */
    private String party(JsonNode claims, Role role, Supplier<List<String>> parties) {
        if (role != Role.contributor && role != Role.reader) return null;
        List<String> codes = names(claims, provider.partyClaim());
        if (codes.isEmpty() && role == Role.reader) return null;
        if (codes.isEmpty())
            throw forbidden(
                    "Your token names no party at " + provider.partyClaim() + ": a contributor speaks for a party.");
        if (codes.size() > 1)
            throw forbidden("Your token names several parties at " + provider.partyClaim()
                    + ": a contributor speaks for one, a reader for one or none.");
        List<String> known = parties.get();
        String code = codes.get(0);
        if (known.contains(code)) return code;
        String hint = ClosestMatch.to(code, known)
                .map(nearest -> " The nearest known one is " + nearest + ".")
                .orElse("");
        throw forbidden("Your token names the party " + code + ", which is not in the register." + hint);
    }

    /** One name or a list of names; nothing when nothing is there. */
    private static List<String> names(JsonNode claims, JsonPointer place) {
        JsonNode value = claims.at(place);
        List<String> names = new ArrayList<>();
        if (value.isMissingNode() || value.isNull()) return names;
        for (JsonNode name : value.isArray() ? value : List.of(value)) {
            if (!name.isTextual())
                throw forbidden("What stands at " + place + " in your token is neither a name nor a list of names.");
            names.add(name.asText());
        }
        return names;
    }

    private static String name(JsonNode claims) {
        return Optional.of(claims.path("preferred_username")
                        .asText(claims.path("name").asText()))
                .filter(name ->
                        Characters.anyVisible(name) && Characters.trap(name).isEmpty())
                .map(name -> Characters.first(name, LONGEST_NAME))
                .orElse(null);
    }

    private static ProblemException forbidden(String detail) {
        return new ProblemException(ProblemType.FORBIDDEN, detail);
    }
}
