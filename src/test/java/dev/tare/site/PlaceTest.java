package dev.tare.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.site.Place.Group;
import dev.tare.site.Place.Tab;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceTest {
    private final Place place = new Place("shop", "Shop");

    @Test
    void everyPageIsInOneGroup() {
        List<String> sections = place.groups().stream().flatMap(group -> group.tabs().stream()).map(Tab::section)
                .toList();

        assertThat(sections).doesNotHaveDuplicates().contains("weight", "advice", "services", "export", "settings");
    }

    @Test
    void aGroupLeadsToItsFirstPage() {
        assertThat(place.groups().getFirst().path()).isEqualTo("/estates/shop");
    }

    @Test
    void pagesOfAGroupStandBesideEachOther() {
        assertThat(place.beside("entries")).extracting(Tab::name).contains("Services", "Entry points", "Teams");
        assertThat(place.groups()).filteredOn(group -> group.holds("entries")).extracting(Group::name)
                .containsExactly("Inventory");
    }

    @Test
    void aPageAloneHasNoneBesideIt() {
        assertThat(place.beside("settings")).isEmpty();
        assertThat(place.beside("api")).isEmpty();
    }

    @Test
    void aServiceIsAtItsLabelWhateverItIsCalled() {
        assertThat(Place.service("shop", "a.b/c d")).isEqualTo("/estates/shop/services/a.b%2Fc%20d");
        assertThat(Place.service("shop", "new")).isEqualTo("/estates/shop/services/new/edit");
        assertThat(Place.service("shop", "grid")).isEqualTo("/estates/shop/services/grid/edit");
    }
}
