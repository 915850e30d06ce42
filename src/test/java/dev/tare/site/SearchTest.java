package dev.tare.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTest {
    private static final Place SHOP = new Place("shop", "Shop");
    private static final Place BANK = new Place("bank", "Bank");

    private static final Finder ROOM = new Finder() {
        @Override
        public List<Place> places() {
            return List.of(BANK, SHOP);
        }

        @Override
        public List<Find> within(Place place) {
            return place.equals(SHOP)
                    ? List.of(service("redis-cart", ""), service("cart", "basket registry.example.com/carts:7"),
                            service("Café", ""))
                    : List.of(service("cart", ""), service("ledger", "cartography"));
        }

        @Override
        public List<Find> beyond() {
            return List.of(new Find("shape", "Cart in one process", "", "", "/catalogue"));
        }
    };

    private final Search search = new Search(List.of(ROOM));

    @Test
    void theEstateOneIsInComesFirstThenTheBetterFit() {
        assertThat(names("cart", SHOP)).containsExactly("cart ", "redis-cart ", "cart Bank", "Cart in one process ",
                "ledger Bank");
    }

    @Test
    void elsewhereAllEstatesAreAlike() {
        assertThat(names("cart", null)).containsExactly("cart Bank", "cart Shop", "Cart in one process ",
                "redis-cart Shop", "ledger Bank");
    }

    @Test
    void findsByAliasImageAndKind() {
        assertThat(names("basket", SHOP)).containsExactly("cart ");
        assertThat(names("carts:7", SHOP)).containsExactly("cart ");
        assertThat(names("service ledger", SHOP)).containsExactly("ledger Bank");
    }

    @Test
    void everyWordHasToOccurAndAccentsDoNotMatter() {
        assertThat(names("redis ledger", SHOP)).isEmpty();
        assertThat(names("CAFE", SHOP)).containsExactly("Café ");
        assertThat(names("  ", SHOP)).isEmpty();
    }

    @Test
    void aShelfLooksAgainOnlyWhenTheStateChanges() {
        Shelf shelf = new Shelf();
        List<Find> first = List.of(service("a", ""));
        assertThat(shelf.of("shop", 1L, () -> first)).isEqualTo(first);
        assertThat(shelf.of("shop", 1L, List::of)).isEqualTo(first);
        assertThat(shelf.of("shop", 2L, List::of)).isEmpty();
    }

    private List<String> names(String words, @org.jspecify.annotations.Nullable Place here) {
        return search.of(words, here).stream().map(hit -> hit.find().name() + " " + hit.estate()).toList();
    }

    private static Find service(String name, String also) {
        return new Find("service", name, "", also, "/estates/x/services/" + name);
    }
}
