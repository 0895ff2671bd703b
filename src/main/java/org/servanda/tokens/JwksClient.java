package org.servanda.tokens;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** The keys that a provider publishes, at the address that is set or that its description names. Follows no redirect. */
class JwksClient implements JwksSource {

    /** For each of the two documents, from the first byte to the last: requests wait for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** In bytes, for each; a provider with twenty keys needs a tenth of it. */
    static final int MOST = 1 << 20;

    private static final String DESCRIPTION = "/.well-known/openid-configuration";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OidcProvider provider;
    private final Duration patience;
    private final HttpClient http;

    JwksClient(OidcProvider provider) {
        this(provider, PATIENCE);
    }

    JwksClient(OidcProvider provider, Duration patience) {
        this.provider = provider;
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public List<JsonWebKey> fetch() throws IOException {
        URI address = provider.keys().isPresent() ? provider.keys().get() : described();
        try {
            return new JsonWebKeySet(get(address)).getJsonWebKeys();
        } catch (JoseException | ClassCastException e) {
            throw new IOException("what stands at " + address + " is no set of keys", e);
        }
    }

    private URI described() throws IOException {
        URI address = URI.create(provider.issuer().replaceFirst("/$", "") + DESCRIPTION);
        JsonNode description;
        try {
            description = JSON.readTree(get(address));
        } catch (JsonProcessingException e) {
            throw new IOException("what stands at " + address + " is no JSON", e);
        }
        String issuer = description.path("issuer").asText();
        if (!issuer.equals(provider.issuer()))
            throw new IOException(address + " describes the issuer '" + issuer + "', not " + provider.issuer());
        try {
            return OidcProvider.safe(description.path("jwks_uri").asText());
        } catch (IllegalArgumentException e) {
            throw new IOException("jwks_uri at " + address + " " + e.getMessage(), e);
        }
    }

    private String get(URI address) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .build();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        CompletableFuture<HttpResponse<Void>> asked = http.sendAsync(
                request,
                HttpResponse.BodyHandlers.ofByteArrayConsumer(bytes -> bytes.ifPresent(more -> add(more, body))));
        try {
            HttpResponse<Void> answer = asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() != 200) throw new IOException(address + " answers " + answer.statusCode());
            return body.toString(StandardCharsets.UTF_8);
        } catch (TimeoutException e) {
            throw new IOException(address + " does not answer within " + patience.toSeconds() + " seconds", e);
        } catch (ExecutionException e) {
            throw new IOException(address + " cannot be reached: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking " + address, e);
        } finally {
            asked.cancel(true);
        }
    }

    private static void add(byte[] more, ByteArrayOutputStream body) {
        if (body.size() + more.length > MOST) throw new IllegalStateException("more than " + MOST + " bytes");
        body.writeBytes(more);
    }
}
