package org.servanda.files;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The accepted types of files: types that a reader can open and no browser executes. Each type is recognised by its
 * first bytes.
 */
enum FileType {
    pdf("application/pdf", 0x25, 0x50, 0x44, 0x46, 0x2D),
    png("image/png", 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A),
    jpeg("image/jpeg", 0xFF, 0xD8, 0xFF),
    docx("application/vnd.openxmlformats-officedocument.wordprocessingml.document", 0x50, 0x4B, 0x03, 0x04),
    xlsx("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 0x50, 0x4B, 0x03, 0x04),
    pptx("application/vnd.openxmlformats-officedocument.presentationml.presentation", 0x50, 0x4B, 0x03, 0x04),
    odt("application/vnd.oasis.opendocument.text", 0x50, 0x4B, 0x03, 0x04),
    txt("text/plain"),
    csv("text/csv");

    /** The media type for any bytes. */
    static final String BYTES = "application/octet-stream";

    private final String mediaType;
    private final int[] head;

    FileType(String mediaType, int... head) {
        this.mediaType = mediaType;
        this.head = head;
    }

    String mediaType() {
        return mediaType;
    }

    /** Whether the type is a text, which has no fixed first bytes and must be UTF-8. */
    boolean text() {
        return head.length == 0;
    }

    boolean begins(byte[] content) {
        if (content.length < head.length) return false;
        for (int i = 0; i < head.length; i++) if ((content[i] & 0xFF) != head[i]) return false;
        return true;
    }

    /**
     * The type that the client names; for plain bytes, which generated clients name, the type of the file name's
     * extension.
     *
     * @param contentType with or without parameters; null when there is none
     */
    static Optional<FileType> of(String contentType, String name) {
        if (contentType == null) return Optional.empty();
        String plain = contentType.split(";")[0].strip();
        if (plain.equalsIgnoreCase(BYTES)) return byEnding(name);
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equalsIgnoreCase(plain))
                .findFirst();
    }

    private static Optional<FileType> byEnding(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1)
                .toLowerCase(Locale.ROOT)
                .replace("jpg", "jpeg");
        return Arrays.stream(values())
                .filter(type -> type.name().equals(ending))
                .findFirst();
    }

    static String allowed() {
        return Arrays.stream(values()).map(FileType::mediaType).collect(Collectors.joining(", ")) + ", or " + BYTES
                + " and a name that ends in "
                + Arrays.stream(values()).map(type -> "." + type).collect(Collectors.joining(", "));
    }
}
