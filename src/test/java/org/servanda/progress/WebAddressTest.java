package org.servanda.progress;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is an address of a web page, and what only looks like one. */
class WebAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.example.org/press/2026/academy",
                "HTTPS://www.example.org/x",
                "Http://example.org",
                "https://my_host.example.org/x",
                "https://例子.中国/报告",
                "https://münchen.example/x",
                "https://straße.example/",
                "https://xn--fsq.example/",
                "https://ไทย.ไทย/รายงาน",
                "https://उदाहरण.परीक्षा/",
                "https://example.org./",
                "http://example.org:1/",
                "http://example.org:65535/x",
                "http://[2001:db8::1]:80/x",
                "http://192.0.2.1/",
                "http://localhost/x",
                "http://example.org?q=[1]&r=人工智能#第一章",
                "http://example.org/a@b:c(d)_e;f=1,2!~*$&+",
                "http://example.org/%E4%B8%AD"
            })
    void anAddressIsTakenAsABrowserShowsIt(String address) {
        assertEquals(Optional.empty(), WebAddress.fault(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/",
                "javascript:alert(1)",
                "//example.org/",
                "example.org",
                " http://example.org/",
                "http:/example.org/",
                "http://",
                "http:///x",
                "http://?x",
                "http://user:pw@example.org/",
                "http://example.org@evil.example/",
                "http://example.org\\@evil.example/",
                "http://example.org:99999/",
                "http://example.org:65536/",
                "http://example.org:0/",
                "http://example.org:/",
                "http://example.org:80:80/",
                "http://example.org:８０/",
                "http://exa mple.org/",
                "http://exa%6dple.org/",
                "http://exa\u200Bmple.org/",
                "http://exa\u00ADmple.org/",
                "http://ｅｘａｍｐｌｅ.org/",
                "http://例子。中国/",
                "http://-a.example/",
                "http://a..b/",
                "http://.example/",
                "http://999.1.1.1/",
                "http://0x7f.1/",
                "http://1.2.3/",
                "http://[::1/",
                "http://[x]/",
                "http://example.org/it's",
                "http://example.org/a b",
                "http://example.org/\u00A0",
                "http://example.org/\u3164",
                "http://example.org/\u200Ex",
                "http://example.org/\u202Efdp.exe",
                "http://example.org/\u2066x",
                "http://example.org/\n",
                "http://example.org/?\t",
                "http://example.org/\"x",
                "http://example.org/<x>",
                "http://example.org/{x}",
                "http://example.org/%zz",
                "http://example.org/100%",
                "http://example.org/\uE000"
            })
    void whatLeadsElsewhereThanItSeemsToIsRefused(String address) {
        assertTrue(WebAddress.fault(address).isPresent());
    }

    @Test
    void aHostIsNoLongerThanNamesAre() {
        String label = "a".repeat(63);
        assertEquals(Optional.empty(), WebAddress.fault("http://" + label + ".example/"));
        assertTrue(WebAddress.fault("http://" + label + "a.example/").isPresent());
        assertTrue(WebAddress.fault("http://" + (label + ".").repeat(4) + "example/")
                .isPresent());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "http://example.org/it's, holds U+0027 after the host: write it as %27",
                "http://u@example.org/, must not name a user before the host (what stands before @)",
                "http://example.org:99999/, has a port that is none: 1 to 65535 are"
            })
    void theAnswerNamesWhatIsWrong(String address, String fault) {
        assertEquals(Optional.of(fault), WebAddress.fault(address));
    }
}
