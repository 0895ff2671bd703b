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

/**
 * HTTP client for a provider's public keys (JWKS), at the configured address or at the address in the provider's
 * metadata (OpenID Connect Discovery). It follows no redirect.
 */
class JwksClient implements JwksSource {

    /** Limit for each of the two documents, from the first byte to the last, since requests wait for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** In bytes, for each document; a provider with twenty keys needs a tenth of it. */
    static final int MAX_BYTES = 1 << 20;

    private static final String DISCOVERY_PATH = "/.well-known/openid-configuration";
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
        URI address = provider.keys().isPresent() ? provider.keys().get() : discoverJwksUri();
        try {
            return new JsonWebKeySet(get(address)).getJsonWebKeys();
        } catch (JoseException | ClassCastException e) {
            throw new IOException("what stands at " + address + " is no set of keys", e);
        }
    }

    private URI discoverJwksUri() throws IOException {
        URI address = URI.create(provider.issuer().replaceFirst("/$", "") + DISCOVERY_PATH);
        JsonNode metadata;
        try {
            metadata = JSON.readTree(get(address));
        } catch (JsonProcessingException e) {
            throw new IOException("what stands at " + address + " is no JSON", e);
        }
        String issuer = metadata.path("issuer").asText();
        if (!issuer.equals(provider.issuer()))
            throw new IOException(address + " describes the issuer '" + issuer + "', not " + provider.issuer());
        try {
            return OidcProvider.requireHttps(metadata.path("jwks_uri").asText());
        } catch (IllegalArgumentException e) {
            throw new IOException("jwks_uri at " + address + " " + e.getMessage(), e);
        }
    }

    private String get(URI address) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .build();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        CompletableFuture<HttpResponse<Void>> pending = http.sendAsync(
                request,
                HttpResponse.BodyHandlers.ofByteArrayConsumer(bytes -> bytes.ifPresent(chunk -> add(chunk, body))));
        try {
            HttpResponse<Void> response = pending.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) throw new IOException(address + " answers " + response.statusCode());
            return body.toString(StandardCharsets.UTF_8);
        } catch (TimeoutException e) {
            throw new IOException(address + " does not answer within " + patience.toSeconds() + " seconds", e);
        } catch (ExecutionException e) {
            throw new IOException(address + " cannot be reached: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking " + address, e);
        } finally {
            pending.cancel(true);
        }
    }

    private static void add(byte[] chunk, ByteArrayOutputStream body) {
        if (body.size() + chunk.length > MAX_BYTES)
            throw new IllegalStateException("more than " + MAX_BYTES + " bytes");
        body.writeBytes(chunk);
    }
}
