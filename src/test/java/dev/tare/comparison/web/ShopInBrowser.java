package dev.tare.comparison.web;

import dev.tare.browser.InBrowser;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A browser before an application that holds a shop, taken away after each test. */
abstract class ShopInBrowser extends InBrowser {
    @Autowired
    Estates estates;
    Estates.Snapshot shop;

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
