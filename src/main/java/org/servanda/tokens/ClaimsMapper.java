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

/**
 * Maps the claims of a valid token to an identity: holder, role, party. A claim that is not clear is refused, never
 * guessed.
 */
class ClaimsMapper {

    private static final int MAX_NAME_LENGTH = 200;

    /** 80 bits: enough that two people never get the same id, and short enough for the actor of a ledger entry. */
    private static final int ID_DIGITS = 20;

    private final OidcProvider provider;

    ClaimsMapper(OidcProvider provider) {
        this.provider = provider;
    }

    /** @param parties the party codes of the register; only read when the token names a party that matters */
    Identity identity(JsonNode claims, Supplier<List<String>> parties) {
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
     * The id of a holder in the ledger: a digest. Nothing can be removed from the ledger, and some providers use e-mail
     * addresses as subjects; anyone who knows issuer and subject can compute the digest.
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
        // Separation of duties: the role that decides on updates does not assess them, and the role that issues keys
        // does neither.
        throw forbidden("Your token gives you several roles at " + provider.roleClaim() + ": " + words(roles)
                + ". One account has one role here.");
    }

    private static String words(List<Role> roles) {
        return roles.stream().map(Role::name).collect(Collectors.joining(", "));
    }

    /** The party of the holder; null for roles that act for no party, whatever the token claims. */
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
        List<String> partyCodes = parties.get();
        String code = codes.get(0);
        if (partyCodes.contains(code)) return code;
        String hint = ClosestMatch.to(code, partyCodes)
                .map(nearest -> " The nearest known one is " + nearest + ".")
                .orElse("");
        throw forbidden("Your token names the party " + code + ", which is not in the register." + hint);
    }

    /** The names in a claim, which is one name or an array of names; empty when the claim is absent. */
    private static List<String> names(JsonNode claims, JsonPointer pointer) {
        JsonNode value = claims.at(pointer);
        List<String> names = new ArrayList<>();
        if (value.isMissingNode() || value.isNull()) return names;
        for (JsonNode name : value.isArray() ? value : List.of(value)) {
            if (!name.isTextual())
                throw forbidden("What stands at " + pointer + " in your token is neither a name nor a list of names.");
            names.add(name.asText());
        }
        return names;
    }

    private static String name(JsonNode claims) {
        return Optional.of(claims.path("preferred_username")
                        .asText(claims.path("name").asText()))
                .filter(name ->
                        Characters.anyVisible(name) && Characters.trap(name).isEmpty())
                .map(name -> Characters.first(name, MAX_NAME_LENGTH))
                .orElse(null);
    }

    private static ProblemException forbidden(String detail) {
        return new ProblemException(ProblemType.FORBIDDEN, detail);
    }
}
