package org.servanda.verify;

import java.util.Base64;

/** Bytes as base64 (RFC 4648, 4), written in the one way in which they can be. */
final class Base64Text {

    private Base64Text() {}

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** @param place named in the refusal of a text that is not the base64 of any bytes */
    static byte[] decode(String text, String place) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (encode(bytes).equals(text)) return bytes;
        } catch (IllegalArgumentException e) {
            // The refusal below is the same.
        }
        throw new RefusedException(place, "must be base64");
    }

    /** @param length how many bytes there must be */
    static byte[] decode(String text, int length, String place) {
        byte[] bytes = decode(text, place);
        if (bytes.length != length) throw new RefusedException(place, "must be " + length + " bytes in base64");
        return bytes;
    }
}
