package org.servanda.keys;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

import org.servanda.text.Sha256;

/**
 * The secret text of an API key: {@code svd_<id>_<secret><checksum>}. The id is public; the secret is 256 random bits
 * in base 62; the checksum is CRC-32 over everything before it, so that scanners of leaked texts can recognise a key,
 * and a mistyped key is refused without a query.
 */
final class ApiKeySecret {

    /** Lower-case letters and digits that are not easily confused. */
    private static final String ID_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final String BASE_62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int ID_LENGTH = 10;
    private static final int SECRET_BYTES = 32;
    private static final int SECRET_LENGTH = 43;
    private static final int CHECKSUM_LENGTH = 6;

    private static final Pattern FORM = Pattern.compile("(svd_([" + ID_ALPHABET + "]{" + ID_LENGTH + "})_[0-9A-Za-z]{"
            + SECRET_LENGTH + "})([0-9A-Za-z]{" + CHECKSUM_LENGTH + "})");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String id;
    private final String text;

    private ApiKeySecret(String id, String text) {
        this.id = id;
        this.text = text;
    }

    static ApiKeySecret random() {
        StringBuilder id = new StringBuilder();
        RANDOM.ints(ID_LENGTH, 0, ID_ALPHABET.length()).forEach(i -> id.append(ID_ALPHABET.charAt(i)));
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        String body = "svd_" + id + "_" + base62(new BigInteger(1, bytes), SECRET_LENGTH);
        return new ApiKeySecret(id.toString(), body + checksum(body));
    }

    /** Parses a key; empty when the text cannot be a key. */
    static Optional<ApiKeySecret> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || !checksum(form.group(1)).equals(form.group(3))) return Optional.empty();
        return Optional.of(new ApiKeySecret(form.group(2), text));
    }

    private static String checksum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        return base62(BigInteger.valueOf(crc.getValue()), CHECKSUM_LENGTH);
    }

    private static String base62(BigInteger number, int length) {
        StringBuilder digits = new StringBuilder();
        BigInteger remaining = number;
        while (digits.length() < length) {
            BigInteger[] parts = remaining.divideAndRemainder(BigInteger.valueOf(BASE_62.length()));
            digits.append(BASE_62.charAt(parts[1].intValue()));
            remaining = parts[0];
        }
        return digits.reverse().toString();
    }

    String id() {
        return id;
    }

    /** The whole text of the key; for its holder only. */
    String text() {
        return text;
    }

    /** The hash that is stored. 256 random bits need no slow hash, since they cannot be guessed. */
    String hash() {
        return Sha256.sha256(text);
    }

    /** Compares in constant time, so that the time does not reveal how many characters match. */
    boolean hasHash(String storedHash) {
        return MessageDigest.isEqual(
                hash().getBytes(StandardCharsets.US_ASCII), storedHash.getBytes(StandardCharsets.US_ASCII));
    }

    /** The public part of the key, which may be logged. */
    @Override
    public String toString() {
        return "svd_" + id + "_…";
    }
}
