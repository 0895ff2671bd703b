package org.servanda.tokens;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Who holds the private key of a provider, and so can make tokens that are right but for one thing. */
final class TokenSigner {

    private final RsaJsonWebKey key;
    private final Map<String, Object> claims;

    /** @param claims what stands in every token, but for the times */
    TokenSigner(RsaJsonWebKey key, Map<String, Object> claims) {
        this.key = key;
        this.claims = claims;
    }

    static RsaJsonWebKey newKey(String id) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            key.setUse("sig");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    static String published(JsonWebKey... keys) {
        return new org.jose4j.jwk.JsonWebKeySet(List.of(keys)).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    /** The claims of a token that is good from a minute ago for five more. */
    Map<String, Object> claims() {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> all = new HashMap<>(claims);
        all.put("iat", now - 60);
        all.put("exp", now + 300);
        return all;
    }

    String good() {
        return with(all -> {});
    }

    /** With these claims changed. */
    String with(Consumer<Map<String, Object>> change) {
        return signed(change, token -> {});
    }

    /** With something else in the header, or another way to sign. */
    String headed(Consumer<JsonWebSignature> change) {
        return signed(all -> {}, change);
    }

    String signed(Consumer<Map<String, Object>> change, Consumer<JsonWebSignature> header) {
        Map<String, Object> all = claims();
        change.accept(all);
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        token.setPayload(JsonUtil.toJson(all));
        token.setAlgorithmHeaderValue("RS256");
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setKey(key.getPrivateKey());
        token.setDoKeyValidation(false);
        header.accept(token);
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Not signed at all, and it says so. */
    String unsigned() {
        return headed(token -> {
            token.setAlgorithmHeaderValue("none");
            token.setKey(null);
        });
    }

    /** Signed with what everybody knows, in the form in which it is mostly passed around. */
    String signedWithThePublicKey() {
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(key.getPublicKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        return headed(token -> {
            token.setAlgorithmHeaderValue("HS256");
            token.setKey(new HmacKey(pem.getBytes(StandardCharsets.US_ASCII)));
        });
    }

    /** Well signed with a key of one's own, and the token says where that is found. */
    String pointingTo(String address) {
        PublicJsonWebKey own = newKey(key.getKeyId());
        return headed(token -> {
            token.setKey(own.getPrivateKey());
            token.setHeader("jku", address);
        });
    }

    /** The same token for somebody else, with the signature as it was. */
    static String tampered(String token) {
        String[] parts = token.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String other = claims.replaceFirst("\"sub\":\"[^\"]*\"", "\"sub\":\"somebody-else\"");
        if (other.equals(claims)) throw new IllegalArgumentException(claims);
        parts[1] = Base64.getUrlEncoder().withoutPadding().encodeToString(other.getBytes(StandardCharsets.UTF_8));
        return String.join(".", parts);
    }
}
