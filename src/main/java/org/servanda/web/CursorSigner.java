package org.servanda.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs page cursors: turns a position in a list into an opaque token and back. The token has a MAC (HMAC-SHA-256, cut
 * to 128 bits), so that a client can neither make nor change one; it holds a position and grants no right.
 */
public final class CursorSigner {

    private static final int MAC_BYTES = 16;

    private final byte[] key;

    public CursorSigner(byte[] key) {
        this.key = key.clone();
    }

    public String sign(String position) {
        byte[] bytes = position.getBytes(StandardCharsets.UTF_8);
        byte[] token = Arrays.copyOf(mac(bytes), MAC_BYTES + bytes.length);
        System.arraycopy(bytes, 0, token, MAC_BYTES, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The position in a token; empty when the token was not signed with this key. */
    public Optional<String> verify(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length <= MAC_BYTES) return Optional.empty();
        byte[] position = Arrays.copyOfRange(bytes, MAC_BYTES, bytes.length);
        boolean genuine = MessageDigest.isEqual(mac(position), Arrays.copyOf(bytes, MAC_BYTES));
        // Base64 leaves unused bits in the last character; a token with other bits there is not the one that was
        // issued.
        String text = new String(position, StandardCharsets.UTF_8);
        return genuine && sign(text).equals(token) ? Optional.of(text) : Optional.empty();
    }

    private byte[] mac(byte[] position) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(position), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
