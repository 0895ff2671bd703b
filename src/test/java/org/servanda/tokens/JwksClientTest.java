package org.servanda.tokens;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import com.sun.net.httpserver.HttpServer;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a provider publishes is taken when it is what it should be, from where it should be. */
class JwksClientTest {

    private static final RsaJsonWebKey KEY = TokenSigner.newKey("k1");

    /** A busy machine is slow, too. */
    private static final Duration LONG = Duration.ofMinutes(5);

    private HttpServer provider;
    private String address;

    @BeforeEach
    void start() throws IOException {
        provider = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        address = "http://localhost:" + provider.getAddress().getPort();
        provider.start();
        publish("/keys", 200, TokenSigner.published(KEY));
    }

    @AfterEach
    void stop() {
        provider.stop(0);
    }

    private void publish(String path, int status, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        provider.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Location", address + "/keys");
            exchange.sendResponseHeaders(status, 0);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private void describe(String description) {
        publish("/.well-known/openid-configuration", 200, description.replace("$", address));
    }

    private static String keys(ProviderSettings config) throws IOException {
        return new JwksClient(config.provider(), LONG).fetch().get(0).getKeyId();
    }

    private String described() throws IOException {
        return keys(ProviderSettings.SET.from(address));
    }

    private String at(String path) throws IOException {
        return keys(ProviderSettings.SET.from(address).withKeysAt(address + path));
    }

    private String fault(String path) {
        return assertThrows(IOException.class, () -> at(path)).getMessage();
    }

    @Test
    void theyAreWhereTheProviderSaysOrWhereOperatorsSay() throws IOException {
        describe("{\"issuer\":\"$\",\"jwks_uri\":\"$/keys\"}");
        assertEquals("k1", described());
        assertEquals("k1", at("/keys"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"issuer\":\"$/other\",\"jwks_uri\":\"$/keys\"} | describes the issuer",
                "{\"jwks_uri\":\"$/keys\"} | describes the issuer ''",
                "{\"issuer\":\"$\"} | must be an https address",
                "{\"issuer\":\"$\",\"jwks_uri\":\"http://keys.example.org\"} | must be an https address",
                "{\"issuer\":\"$\",\"jwks_uri\":\"file:///etc/passwd\"} | must be an https address",
                "<html> | is no JSON"
            })
    void aDescriptionOfSomethingElseIsNotFollowed(String description, String why) {
        describe(description);
        String fault = assertThrows(IOException.class, this::described).getMessage();
        assertTrue(fault.contains(why), fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"200 | <html>", "200 | {}", "200 | {\"keys\":5}", "404 | {\"keys\":[]}", "302 | {\"keys\":[]}"})
    void whatIsNoSetOfKeysIsNotTakenAndNoRedirectIsFollowed(int status, String text) {
        publish("/other", status, text);
        String fault = fault("/other");
        assertTrue(fault.contains(status == 200 ? "is no set of keys" : "answers " + status), fault);
    }

    @Test
    void moreThanAnyProviderNeedsIsNotRead() {
        publish("/other", 200, "{\"keys\":[],\"x\":\"" + "x".repeat(JwksClient.MAX_BYTES) + "\"}");
        String fault = fault("/other");
        assertTrue(fault.contains("more than 1048576 bytes"), fault);
    }

    /** Waited for longer, the test would never end. */
    @Test
    void aProviderThatDoesNotAnswerIsNotWaitedForLong() {
        provider.createContext("/slow", exchange -> exchange.sendResponseHeaders(200, 1000));
        JwksSource slow = new JwksClient(
                ProviderSettings.SET.from(address).withKeysAt(address + "/slow").provider(), Duration.ofSeconds(1));
        String fault = assertThrows(IOException.class, slow::fetch).getMessage();
        assertTrue(fault.contains("does not answer within 1 seconds"), fault);
    }

    @Test
    void aProviderThatIsNotThereIsSaidToBeAway() {
        stop();
        String fault = fault("/keys");
        assertTrue(fault.contains("cannot be reached"), fault);
    }
}
