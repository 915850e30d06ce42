package dev.tare.site;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The pages themselves: those of an estate as its navigation has them, and those of the site. */
@Component
class PageFinder implements Finder {
    @Override
    public List<Find> within(Place place) {
        return place.groups().stream().flatMap(group -> group.tabs().stream()
                .map(tab -> new Find("page", tab.name(), "", group.name(), tab.path()))).toList();
    }

    @Override
    public List<Find> beyond() {
        return Stream.of(new Find("page", "Estates", "", "all projects", "/estates"),
                new Find("page", "Catalogue", "", "shapes options presets prices", "/catalogue"),
                new Find("page", "Assumptions", "", "coefficients figures sources", "/catalogue/assumptions"),
                new Find("page", "Evidence", "", "believe validation", "/believe"),
                new Find("page", "API", "", "http rest openapi", "/api")).toList();
    }
}
