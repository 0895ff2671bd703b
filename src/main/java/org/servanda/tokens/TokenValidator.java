package org.servanda.tokens;

import java.security.Key;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

import org.servanda.web.ProblemException;

/**
 * Tells whether a token is one that the provider has signed, for us, for now, and for access. Signature and times are
 * judged by jose4j; what is added here is about tokens that are well signed and meant for something else.
 */
class TokenValidator {

    /** What would let a token say by itself with which key to check it. */
    private static final Set<String> KEYS_OF_ITS_OWN = Set.of("jku", "jwk", "x5u", "x5c");

    /** RFC 9068, 2.1, and what most providers write. */
    private static final Set<String> KINDS = Set.of("jwt", "at+jwt", "application/at+jwt");

    /** OpenID Connect Core, 3.1.3.6 and 3.3.2.11, and Financial-grade API: found in ID tokens only. */
    private static final Set<String> OF_ID_TOKENS = Set.of("at_hash", "c_hash", "s_hash");

    /** What jose4j takes for texts without looking. */
    private static final Set<String> TEXTS = Set.of("alg", "kid", "typ", "x5t", "x5t#S256");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is wrong, by the codes of jose4j; the first that fits is told. ASCII without quotes: it goes into a header. */
    private static final Map<Integer, String> FAULTS = new LinkedHashMap<>();

    static {
        FAULTS.put(ErrorCodes.SIGNATURE_INVALID, "The signature of the token is wrong.");
        FAULTS.put(ErrorCodes.ISSUER_INVALID, "The token is from another issuer.");
        FAULTS.put(ErrorCodes.ISSUER_MISSING, "The token names no issuer.");
        FAULTS.put(ErrorCodes.AUDIENCE_INVALID, "The token is not meant for this register: its audience is another.");
        FAULTS.put(ErrorCodes.AUDIENCE_MISSING, "The token is not meant for this register: it names no audience.");
        FAULTS.put(ErrorCodes.EXPIRED, "The token has expired.");
        FAULTS.put(ErrorCodes.EXPIRATION_MISSING, "The token does not say when it ends.");
        FAULTS.put(ErrorCodes.NOT_YET_VALID, "The token is not valid yet.");
        FAULTS.put(ErrorCodes.SUBJECT_MISSING, "The token does not say whose it is.");
    }

    private final OidcProvider provider;
    private final JwksCache keys;
    private final AlgorithmConstraints algorithms;

    TokenValidator(OidcProvider provider, JwksCache keys) {
        this.provider = provider;
        this.keys = keys;
        this.algorithms = new AlgorithmConstraints(
                ConstraintType.PERMIT, provider.algorithms().toArray(String[]::new));
    }

    /**
     * What a token says, once there is no doubt about it.
     *
     * @param token three parts, separated by dots
     * @throws ProblemException for any other
     */
    JsonNode claims(String token, Instant now) {
        JsonWebSignature signed = read(token);
        checkHeader(signed);
        Key key = keys.of(signed)
                .orElseThrow(() -> ProblemException.invalidToken(
                        "The token is signed with a key that the identity provider does not publish."));
        JsonNode claims = verified(token, key, now);
        checkUse(claims);
        return claims;
    }

    private static JsonWebSignature read(String token) {
        try {
            JsonWebSignature signed = new JsonWebSignature();
            signed.setCompactSerialization(token);
            if (TEXTS.stream().noneMatch(name -> has(signed, name) && !(header(signed, name) instanceof String)))
                return signed;
            throw unreadable();
        } catch (JoseException e) {
            throw unreadable();
        }
    }

    private static ProblemException unreadable() {
        return ProblemException.invalidToken("The token cannot be read.");
    }

    private void checkHeader(JsonWebSignature token) {
        String algorithm = token.getAlgorithmHeaderValue();
        if (algorithm == null || !provider.algorithms().contains(algorithm))
            throw ProblemException.invalidToken("The token is not signed by an algorithm that is accepted here: "
                    + String.join(", ", provider.algorithms()) + ".");
        if (KEYS_OF_ITS_OWN.stream().anyMatch(name -> has(token, name)))
            throw ProblemException.invalidToken(
                    "The token brings or names the key to check it with; no such key is used.");
        String kind = token.getHeaders().getStringHeaderValue("typ");
        boolean other = kind != null && !KINDS.contains(kind.toLowerCase(Locale.ROOT));
        if (other || has(token, "cty") || has(token, "crit")) throw notForAccess();
    }

    private static boolean has(JsonWebSignature token, String header) {
        return header(token, header) != null;
    }

    private static Object header(JsonWebSignature token, String name) {
        return token.getHeaders().getObjectHeaderValue(name);
    }

    private JsonNode verified(String token, Key key, Instant now) {
        try {
            return JSON.readTree(new JwtConsumerBuilder()
                    .setVerificationKey(key)
                    .setJwsAlgorithmConstraints(algorithms)
                    .setExpectedIssuer(true, provider.issuer())
                    .setExpectedAudience(true, provider.audience())
                    .setRequireExpirationTime()
                    .setRequireSubject()
                    .setEvaluationTime(NumericDate.fromSeconds(now.getEpochSecond()))
                    .setAllowedClockSkewInSeconds((int) provider.clockSkew().toSeconds())
                    .build()
                    .processToClaims(token)
                    .getRawJson());
        } catch (InvalidJwtException e) {
            throw FAULTS.entrySet().stream()
                    .filter(fault -> e.hasErrorCode(fault.getKey()))
                    .map(fault -> ProblemException.invalidToken(fault.getValue()))
                    .findFirst()
                    .orElseGet(TokenValidator::unreadable);
        } catch (JsonProcessingException e) {
            throw unreadable();
        }
    }

    private void checkUse(JsonNode claims) {
        // Keycloak says in the claims, too, what a token is for: ID, Refresh, Offline, Logout.
        boolean other = claims.has("typ") && !claims.path("typ").asText().equalsIgnoreCase("Bearer");
        if (other || OF_ID_TOKENS.stream().anyMatch(claims::has)) throw notForAccess();
        if (claims.path("sub").asText().isBlank())
            throw ProblemException.invalidToken(FAULTS.get(ErrorCodes.SUBJECT_MISSING));
        if (claims.has("cnf"))
            throw ProblemException.invalidToken(
                    "The token is bound to a key of its holder, for which there is no check here.");
        String client = claims.path("azp").asText(claims.path("client_id").asText());
        if (!provider.clients().isEmpty() && !provider.clients().contains(client))
            throw ProblemException.invalidToken("The token was given to a client from which none is taken here.");
    }

    private static ProblemException notForAccess() {
        return ProblemException.invalidToken("The token is not an access token.");
    }
}
