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
 * The text of a key: {@code svd_<id>_<secret><checksum>}. The id is public; the secret is 256 random bits in base 62;
 * the checksum is CRC-32 over all before it, so that scanners of leaked texts can tell a key from something alike, and
 * a misread key is refused without asking the store.
 */
final class ApiKeySecret {

    /** Small letters and digits that nobody confuses. */
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
        String checked = "svd_" + id + "_" + base62(new BigInteger(1, bytes), SECRET_LENGTH);
        return new ApiKeySecret(id.toString(), checked + checksum(checked));
    }

    /** Empty when the text cannot be a key, whatever the store holds. */
    static Optional<ApiKeySecret> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || !checksum(form.group(1)).equals(form.group(3))) return Optional.empty();
        return Optional.of(new ApiKeySecret(form.group(2), text));
    }

    private static String checksum(String checked) {
        CRC32 crc = new CRC32();
        crc.update(checked.getBytes(StandardCharsets.US_ASCII));
        return base62(BigInteger.valueOf(crc.getValue()), CHECKSUM_LENGTH);
    }

    private static String base62(BigInteger number, int length) {
        StringBuilder digits = new StringBuilder();
        BigInteger rest = number;
        while (digits.length() < length) {
            BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(BASE_62.length()));
            digits.append(BASE_62.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return digits.reverse().toString();
    }

    String id() {
        return id;
    }

    /** The key itself; for its holder only. */
    String text() {
        return text;
    }

    /** What is kept of it. 256 random bits need no slow hash: there is nothing to guess. */
    String hash() {
        return Sha256.sha256(text);
    }

    /** In the same time whether the first character differs or the last. */
    boolean hasHash(String kept) {
        return MessageDigest.isEqual(
                hash().getBytes(StandardCharsets.US_ASCII), kept.getBytes(StandardCharsets.US_ASCII));
    }

    /** Safe to log. */
    @Override
    public String toString() {
        return "svd_" + id + "_…";
    }
}
