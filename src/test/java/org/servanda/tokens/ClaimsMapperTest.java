package org.servanda.tokens;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.servanda.access.Identity;
import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Who holds a token, in which role, for which party: said clearly, or refused. */
class ClaimsMapperTest {

    private static final List<String> PARTIES = List.of("ASEAN", "SG", "TH");

    private static Identity pass(ProviderSettings config, String claims) {
        try {
            JsonNode all = new ObjectMapper().readTree("{\"sub\":\"5f0c\",\"exp\":1800000000," + claims + "}");
            return new ClaimsMapper(config.provider()).identity(all, () -> PARTIES);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(claims, e);
        }
    }

    private static Identity flat(String claims) {
        return pass(ProviderSettings.SET.reading("/role", "/party"), claims);
    }

    @Test
    void theLedgerKnowsADigestOfIssuerAndSubject() {
        // printf 'https://id.example.org/realms/servanda\n5f0c' | sha256sum | cut -c1-20
        assertEquals("oidc:9144fbe2d17a9013e3dd", ClaimsMapper.id(ProviderSettings.ISSUER, "5f0c"));
        assertNotEquals(
                ClaimsMapper.id(ProviderSettings.ISSUER, "5f0c"),
                ClaimsMapper.id(ProviderSettings.ISSUER + "2", "5f0c"));
    }

    @Test
    void theLongestActorFitsIntoTheLedger() {
        int longestParty = 40;
        int actor = ("contributor/" + "X".repeat(longestParty) + "/" + ClaimsMapper.id("x", "y")).length();
        assertTrue(actor <= 80, "" + actor);
    }

    @Test
    void keycloakGivesTheRolesOfAClientInAList() {
        Identity identity = pass(
                ProviderSettings.SET,
                """
                "resource_access":{"account":{"roles":["view-profile"]},"servanda":{"roles":["contributor","offline"]}},
                "party":"TH","preferred_username":"somchai","name":"Somchai S."
                """);
        assertEquals(
                "contributor/TH/oidc:9144fbe2d17a9013e3dd", identity.caller().actor());
        assertEquals("somchai", identity.label());
        assertEquals("5f0c", identity.subject());
        assertEquals("2027-01-15T08:00:00Z", identity.expiresAt().toString());
    }

    @Test
    void aClaimWithSlashesAndDotsInItsNameIsReached() {
        ProviderSettings config =
                ProviderSettings.SET.reading("/https:~1~1servanda.example~1role", "/https:~1~1servanda.example~1party");
        Identity identity = pass(
                config,
                "\"https://servanda.example/role\":\"contributor\",\"https://servanda.example/party\":[\"SG\"]");
        assertEquals("SG", identity.caller().party());
    }

    @ParameterizedTest
    @CsvSource({"secretariat", "auditor", "admin"})
    void whoWorksForTheRegisterSpeaksForNoPartyWhateverTheTokenSays(String role) {
        assertNull(flat("\"role\":\"" + role + "\",\"party\":\"TH\"").caller().party());
    }

    @Test
    void aReaderMayHaveAParty() {
        assertEquals("TH", flat("\"role\":\"reader\",\"party\":\"TH\"").caller().party());
        assertNull(flat("\"role\":\"reader\"").caller().party());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"party\":\"TH\"' | gives you no role: at /role stands none of reader, contributor, secretariat",
                "'\"role\":null' | gives you no role",
                "'\"role\":[]' | gives you no role",
                "'\"role\":\"boss\"' | gives you no role",
                "'\"role\":\"Admin\"' | gives you no role",
                "'\"role\":\" admin\"' | gives you no role",
                "'\"role\":\"reader admin\"' | gives you no role",
                "'\"role\":{\"admin\":true}' | neither a name nor a list of names",
                "'\"role\":[[\"admin\"]]' | neither a name nor a list of names",
                "'\"role\":[\"admin\",7]' | neither a name nor a list of names",
                "'\"role\":[\"auditor\",\"secretariat\"]' | several roles at /role: secretariat, auditor",
                "'\"role\":\"contributor\"' | names no party at /party",
                "'\"role\":\"contributor\",\"party\":[]' | names no party at /party",
                "'\"role\":\"contributor\",\"party\":[\"TH\",\"SG\"]' | several parties at /party",
                "'\"role\":\"contributor\",\"party\":true' | neither a name nor a list of names",
                "'\"role\":\"contributor\",\"party\":\"TX\"' | party TX, which is not in the register",
                "'\"role\":\"contributor\",\"party\":\"th\"' | party th, which is not in the register",
                "'\"role\":\"contributor\",\"party\":\"TH/x\"' | party TH/x, which is not in the register",
                "'\"role\":\"reader\",\"party\":\"Asean\"' | The nearest known one is ASEAN"
            })
    void whatIsNotSaidClearlyIsRefused(String claims, String why) {
        ProblemException problem = assertThrows(ProblemException.class, () -> flat(claims));
        assertEquals(ProblemType.FORBIDDEN, problem.type());
        assertTrue(problem.getMessage().contains(why), problem.getMessage());
    }
}
