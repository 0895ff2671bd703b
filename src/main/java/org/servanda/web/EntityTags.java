package org.servanda.web;

import java.util.Arrays;
import java.util.Base64;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.text.Sha256;

/**
 * Strong entity tags (RFC 9110, 8.8.3): a digest over the exact bytes of a response, and the comparison with the tags
 * that a client sends.
 */
@ApplicationScoped
public class EntityTags {

    /** The suffix of the tag of a compressed response: its bytes differ from the plain ones. */
    static final String COMPRESSED = "-gzip";

    private final ObjectMapper mapper;

    EntityTags(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The tag of a body: 128 bits of its SHA-256, enough to tell two responses apart and short enough to read. */
    static String of(byte[] body, boolean compressed) {
        byte[] digest = Arrays.copyOf(Sha256.sha256(body), 16);
        return '"'
                + Base64.getUrlEncoder().withoutPadding().encodeToString(digest)
                + (compressed ? COMPRESSED : "")
                + '"';
    }

    /**
     * Whether If-None-Match names a tag, by weak comparison (RFC 9110, 13.1.2): a tag that a proxy has weakened still
     * matches.
     */
    static boolean matches(String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) return false;
        return Arrays.stream(ifNoneMatch.split(","))
                .map(String::strip)
                .anyMatch(candidate -> candidate.equals("*") || candidate.equals(tag) || candidate.equals("W/" + tag));
    }

    /**
     * Refuses a change whose client has not seen the state that it changes (RFC 6585, 3; RFC 9110, 13.1.1). The tag may
     * be that of the compressed response, and may be weakened by a proxy that compressed it: it names the same state.
     *
     * @param ifMatch the header, null when there is none
     * @param current the current state, as GET would return it
     */
    public void requireMatch(String ifMatch, Record current) {
        if (ifMatch == null || ifMatch.strip().equals("*"))
            throw new ProblemException(
                    ProblemType.PRECONDITION_REQUIRED,
                    "Send If-Match with the ETag of the state you have seen; * would change what you have not.");
        String tag = of(write(current), false);
        boolean seen = Arrays.stream(ifMatch.split(","))
                .map(String::strip)
                .map(candidate -> candidate.startsWith("W/") ? candidate.substring(2) : candidate)
                .map(candidate -> candidate.replace(COMPRESSED + '"', "\""))
                .anyMatch(tag::equals);
        if (!seen)
            throw new ProblemException(
                            ProblemType.PRECONDITION_FAILED,
                            "The state has changed since you have seen it; current holds it as it is now, ETag its tag.")
                    .withCurrent(current)
                    .with("ETag", tag);
    }

    private byte[] write(Record view) {
        try {
            return mapper.writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "not writable as JSON: " + view.getClass().getSimpleName(), e);
        }
    }
}
