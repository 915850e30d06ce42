package dev.tare.comparison.web;

import dev.tare.browser.Browser;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A browser before an application that holds a shop, taken away after each test. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class ShopInBrowser {
    static Browser browser;

    @LocalServerPort
    int port;
    @Autowired
    Estates estates;
    Estates.Snapshot shop;

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

    /** The shop to look at, from the one that ships. */
    EstateDocument stocked(EstateDocument shipped) {
        return shipped;
    }

    @BeforeEach
    void register() throws IOException {
        shop = estates.create(stocked(OnlineShop.document()));
    }

    @AfterEach
    void takeAway() {
        browser.closePages();
        estates.delete(shop.slug(), shop.version());
    }

    /** Address of a page of the shop. */
    String at(String page) {
        return "http://localhost:" + port + "/estates/" + shop.slug() + page;
    }
}
