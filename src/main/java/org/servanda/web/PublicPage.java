package org.servanda.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The public pages beside the API. */
enum PublicPage {
    contract("/openapi", "/openapi(\\.json|\\.ya?ml)?/?", PublicPage.NOTHING, null),
    problem("/problems/{page}", "/problems/.*\\.md", PublicPage.NOTHING, "text/markdown; charset=utf-8"),
    /** Swagger UI. Its script and styles are part of the page, and it sends requests only to the register. */
    tryIt(
            "/q/swagger-ui",
            "/q/swagger-ui(/.*)?",
            "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            null);

    /** The Content-Security-Policy that allows a browser to show a document as text and nothing else. */
    static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    private final String name;
    private final Pattern path;
    private final String policy;
    private final String mediaType;

    PublicPage(String name, String path, String policy, String mediaType) {
        this.name = name;
        this.path = Pattern.compile(path);
        this.policy = policy;
        this.mediaType = mediaType;
    }

    static Optional<PublicPage> at(String path) {
        return Arrays.stream(values())
                .filter(page -> page.path.matcher(path).matches())
                .findFirst();
    }

    /** The name of all addresses of the page in the metrics. */
    String template() {
        return name;
    }

    /** The Content-Security-Policy of the page. */
    String policy() {
        return policy;
    }

    /** The media type, where the server cannot derive it from the file name. */
    Optional<String> mediaType() {
        return Optional.ofNullable(mediaType);
    }
}
