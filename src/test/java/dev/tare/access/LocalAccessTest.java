package dev.tare.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@WebMvcTest(LocalAccessTest.Probe.class)
@Import(LocalAccessTest.Probe.class)
class LocalAccessTest {

    @Autowired
    private MockMvcTester mvc;

    @Test
    void letsAPlainProgramReadAndWriteWithoutTokenOrCookie() {
        MvcTestResult written = mvc.post().uri("/api/probe").exchange();
        assertThat(written).hasStatusOk();
        assertThat(written.getResponse().getHeaderNames()).doesNotContain("Set-Cookie");
        assertThat(mvc.get().uri("/api/probe")).hasStatusOk();
    }

    @Test
    void takesAFormOnlyWithTheTokenOfItsPage() throws UnsupportedEncodingException {
        MvcTestResult page = page();
        MockHttpServletResponse shown = page.getResponse();
        assertThat(mvc.post().uri("/probe").cookie(shown.getCookies())).hasStatus(403);
        assertThat(mvc.post().uri("/probe").param("_csrf", shown.getContentAsString())).hasStatus(403);
        assertThat(form(page)).hasStatusOk();
    }

    @Test
    void refusesForeignHostNames() {
        MvcTestResult refused = mvc.get().uri("/probe").with(request -> {
            request.setServerName("evil.example");
            return request;
        }).exchange();
        assertThat(refused).hasStatus(403);
        assertThat(refused.getResponse().getErrorMessage()).contains("localhost", "evil.example");
    }

    @Test
    void answersToEveryNameOfThisMachine() {
        for (String name : new String[]{ "localhost", "127.0.0.1", "[::1]", "LOCALHOST" }) {
            assertThat(mvc.get().uri("/probe").with(request -> {
                request.setServerName(name);
                request.setServerPort(4711);
                return request;
            })).hasStatusOk();
        }
    }

    @Test
    void refusesWhatAnotherSiteSends() throws UnsupportedEncodingException {
        assertThat(mvc.post().uri("/api/probe").header("Origin", "https://evil.example")).hasStatus(403);
        assertThat(mvc.post().uri("/api/probe").header("Origin", "http://localhost:3000")).hasStatus(403);
        assertThat(mvc.post().uri("/api/probe").header("Origin", "null")).hasStatus(403);
        assertThat(mvc.get().uri("/api/probe").header("Origin", "https://evil.example")).hasStatus(403);
        assertThat(mvc.get().uri("/api/probe").header("Sec-Fetch-Site", "cross-site")).hasStatus(403);
        assertThat(mvc.post().uri("/api/probe").header("Sec-Fetch-Site", "cross-site")).hasStatus(403);
        assertThat(mvc.post().uri("/api/probe").header("Sec-Fetch-Site", "same-site")).hasStatus(403);
        assertThat(form(page()).header("Sec-Fetch-Site", "cross-site"))
                .hasStatus(403);
    }

    @Test
    void letsOurOwnPagesCallTheApi() {
        assertThat(mvc.post().uri("/api/probe").header("Origin", "http://localhost").header("Sec-Fetch-Site",
                "same-origin"))
                .hasStatusOk();
    }

    @Test
    void letsAnotherSiteLinkToAPage() {
        assertThat(mvc.get().uri("/probe").header("Sec-Fetch-Site", "cross-site")).hasStatusOk();
    }

    @Test
    void sendsTheGuardingHeaders() {
        assertThat(mvc.get().uri("/probe")).headers().hasValue("X-Content-Type-Options", "nosniff")
                .hasValue("Referrer-Policy", "same-origin").hasValue("Cross-Origin-Opener-Policy", "same-origin")
                .containsHeader("Permissions-Policy");
    }

    @Test
    void setsTheTokenCookieForPagesOnly() {
        MvcTestResult page = page();
        assertThat(page).cookies().containsCookie("XSRF-TOKEN").isHttpOnly("XSRF-TOKEN", true);
        assertThat(mvc.get().uri("/api/probe").accept(MediaType.TEXT_HTML)).cookies()
                .doesNotContainCookie("XSRF-TOKEN");
    }

    @Test
    void refusesToStartOnAnAddressThatOthersReach() {
        MockEnvironment environment = new MockEnvironment().withProperty("server.address", "0.0.0.0");
        assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
                .isThrownBy(() -> new LocalAccess(environment))
                .satisfies(e -> assertThat(e.getReason()).contains("no accounts yet", "127.0.0.1"));
    }

    @Test
    void knowsALoopbackAddress() {
        for (String address : new String[]{ "127.0.0.1", "localhost", "::1", "127.0.0.2" }) {
            assertThat(Loopback.isLoopback(address)).as(address).isTrue();
        }
        for (String address : new String[]{ "0.0.0.0", "::", "", "192.0.2.7" }) {
            assertThat(Loopback.isLoopback(address)).as(address).isFalse();
        }
    }

    private MvcTestResult page() {
        return mvc.get().uri("/probe").accept(MediaType.TEXT_HTML).exchange();
    }

    /** What a browser sends for a form on that page. */
    private MockMvcTester.MockMvcRequestBuilder form(MvcTestResult page) throws UnsupportedEncodingException {
        return mvc.post().uri("/probe").cookie(page.getResponse().getCookies()).param("_csrf",
                page.getResponse().getContentAsString());
    }

    @RestController
    static class Probe {

        @GetMapping("/probe")
        String page(CsrfToken token) {
            return token.getToken();
        }

        @GetMapping("/api/probe")
        String read() {
            return "read";
        }

        @PostMapping({ "/probe", "/api/probe" })
        String write() {
            return "written";
        }
    }
}
