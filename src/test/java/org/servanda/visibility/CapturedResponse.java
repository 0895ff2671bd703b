package org.servanda.visibility;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import io.restassured.response.Response;

/** All that a caller is answered: status, headers and body, what is packed in it unpacked. */
record CapturedResponse(int status, Map<String, String> headers, String text) {

    /** Of the moment of answering, not of what is answered. */
    private static final Set<String> OF_THE_MOMENT = Set.of("date", "connection", "transfer-encoding", "retry-after");

    static CapturedResponse of(Response response) {
        Map<String, String> headers = new TreeMap<>();
        response.headers().forEach(header -> {
            String name = header.getName().toLowerCase(Locale.ROOT);
            if (!OF_THE_MOMENT.contains(name))
                headers.merge(name, header.getValue(), (one, other) -> one + ", " + other);
        });
        boolean zip = "application/zip".equals(response.contentType());
        return new CapturedResponse(
                response.statusCode(), headers, zip ? unpacked(response.asByteArray()) : response.asString());
    }

    private static String unpacked(byte[] zip) {
        StringBuilder all = new StringBuilder();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
                all.append(entry.getName()).append('\n').append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString();
    }

    boolean holds(String mark) {
        return text.contains(mark) || headers.toString().contains(mark);
    }

    /**
     * As it would be whatever revision the register has: that moves with every entry, for everyone, and with it the cursors
     * and the names of reports that hold it. A tag moves where the bytes, or such a name, do.
     */
    CapturedResponse atAnyRevision() {
        String revision = headers.getOrDefault("servanda-revision", "none");
        Map<String, String> others = new TreeMap<>(headers);
        others.remove("servanda-revision");
        others.remove("servanda-known-at");
        others.computeIfPresent("link", (name, value) -> value.replaceAll("cursor=[^&>]*", "cursor=C"));
        String file =
                others.computeIfPresent("content-disposition", (name, value) -> value.replace("r" + revision, "rN"));
        String same = text.replaceAll("\"revision\":\\s*" + revision + "\\b", "\"revision\":N")
                .replaceAll("\"knownAt\":\\s*\"[^\"]*\"", "\"knownAt\":\"T\"")
                .replaceAll("\"next\":\"[^\"]*\"", "\"next\":\"C\"")
                .replaceAll("knownAt=" + revision + "\\b", "knownAt=N");
        if (file != null || !same.equals(text)) {
            others.remove("etag");
            others.remove("content-length");
        }
        return new CapturedResponse(status, others, same);
    }

    /** With another word in the place of one that was asked for, in the tag of its bytes too. */
    CapturedResponse renamed(String its, String other) {
        Map<String, String> others = new TreeMap<>(headers);
        others.remove("etag");
        others.replaceAll((name, value) -> value.replace(its, other));
        return new CapturedResponse(status, others, text.replace(its, other));
    }
}
