package org.servanda.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What can be read beside the API. */
enum PublicPage {
    contract("/openapi", "/openapi(\\.json|\\.ya?ml)?/?", PublicPage.NOTHING, null),
    problem("/problems/{page}", "/problems/.*\\.md", PublicPage.NOTHING, "text/markdown; charset=utf-8"),
    /** Its script and its styles stand in the page itself; it asks nobody but the register. */
    tryIt(
            "/q/swagger-ui",
            "/q/swagger-ui(/.*)?",
            "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            null);

    /** No browser is to do anything with it but show it as a text. */
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

    /** The name that all addresses of it have in the metrics. */
    String template() {
        return name;
    }

    /** What a browser may do with it. */
    String policy() {
        return policy;
    }

    /** Where the server would not know it by the ending of the name. */
    Optional<String> mediaType() {
        return Optional.ofNullable(mediaType);
    }
}
