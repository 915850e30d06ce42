package dev.tare.browser;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One browser before one application, for all tests of a class. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class InBrowser {
    protected static Browser browser;

    @LocalServerPort
    protected int port;

    @BeforeAll
    static void open() {
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }
}
