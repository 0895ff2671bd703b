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
 * Validates access tokens: signed by the provider, for this audience, valid now, meant for access. jose4j checks
 * signature and times; the checks here refuse tokens that are well signed but meant for another use.
 */
class TokenValidator {

    /** Headers by which a token would bring or name its own verification key. */
    private static final Set<String> KEY_HEADERS = Set.of("jku", "jwk", "x5u", "x5c");

    /** Accepted types: RFC 9068, 2.1, and the type that most providers write. */
    private static final Set<String> ACCESS_TOKEN_TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

    /** Claims that only ID tokens have: OpenID Connect Core, 3.1.3.6 and 3.3.2.11, and Financial-grade API. */
    private static final Set<String> ID_TOKEN_CLAIMS = Set.of("at_hash", "c_hash", "s_hash");

    /** Headers that jose4j reads as texts without checking their type. */
    private static final Set<String> TEXT_HEADERS = Set.of("alg", "kid", "typ", "x5t", "x5t#S256");

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Messages by the error codes of jose4j; the first that fits is used. ASCII without quotation marks, since the
     * message is part of a header.
     */
    private static final Map<Integer, String> MESSAGES = new LinkedHashMap<>();

    static {
        MESSAGES.put(ErrorCodes.SIGNATURE_INVALID, "The signature of the token is wrong.");
        MESSAGES.put(ErrorCodes.ISSUER_INVALID, "The token is from another issuer.");
        MESSAGES.put(ErrorCodes.ISSUER_MISSING, "The token names no issuer.");
        MESSAGES.put(ErrorCodes.AUDIENCE_INVALID, "The token is not meant for this register: its audience is another.");
        MESSAGES.put(ErrorCodes.AUDIENCE_MISSING, "The token is not meant for this register: it names no audience.");
        MESSAGES.put(ErrorCodes.EXPIRED, "The token has expired.");
        MESSAGES.put(ErrorCodes.EXPIRATION_MISSING, "The token does not say when it ends.");
        MESSAGES.put(ErrorCodes.NOT_YET_VALID, "The token is not valid yet.");
        MESSAGES.put(ErrorCodes.SUBJECT_MISSING, "The token does not say whose it is.");
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
     * Validates a token and returns its claims.
     *
     * @param token three parts, separated by dots
     * @throws ProblemException when the token is not a valid access token
     */
    JsonNode claims(String token, Instant now) {
        JsonWebSignature signed = read(token);
        checkHeader(signed);
        Key key = keys.key(signed)
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
            if (TEXT_HEADERS.stream().noneMatch(name -> has(signed, name) && !(header(signed, name) instanceof String)))
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
        if (KEY_HEADERS.stream().anyMatch(name -> has(token, name)))
            throw ProblemException.invalidToken(
                    "The token brings or names the key to check it with; no such key is used.");
        String kind = token.getHeaders().getStringHeaderValue("typ");
        boolean otherType = kind != null && !ACCESS_TOKEN_TYPES.contains(kind.toLowerCase(Locale.ROOT));
        if (otherType || has(token, "cty") || has(token, "crit")) throw notAnAccessToken();
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
            throw MESSAGES.entrySet().stream()
                    .filter(fault -> e.hasErrorCode(fault.getKey()))
                    .map(fault -> ProblemException.invalidToken(fault.getValue()))
                    .findFirst()
                    .orElseGet(TokenValidator::unreadable);
        } catch (JsonProcessingException e) {
            throw unreadable();
        }
    }

    private void checkUse(JsonNode claims) {
        // Keycloak also writes the use of a token into the claims: ID, Refresh, Offline, Logout.
        boolean otherType = claims.has("typ") && !claims.path("typ").asText().equalsIgnoreCase("Bearer");
        if (otherType || ID_TOKEN_CLAIMS.stream().anyMatch(claims::has)) throw notAnAccessToken();
        if (claims.path("sub").asText().isBlank())
            throw ProblemException.invalidToken(MESSAGES.get(ErrorCodes.SUBJECT_MISSING));
        if (claims.has("cnf"))
            throw ProblemException.invalidToken(
                    "The token is bound to a key of its holder, for which there is no check here.");
        String client = claims.path("azp").asText(claims.path("client_id").asText());
        if (!provider.clients().isEmpty() && !provider.clients().contains(client))
            throw ProblemException.invalidToken("The token was given to a client from which none is taken here.");
    }

    private static ProblemException notAnAccessToken() {
        return ProblemException.invalidToken("The token is not an access token.");
    }
}
