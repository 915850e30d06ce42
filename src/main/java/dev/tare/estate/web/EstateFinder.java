package dev.tare.estate.web;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Image;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.Estates;
import dev.tare.site.Find;
import dev.tare.site.Finder;
import dev.tare.site.Place;
import dev.tare.site.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds estates, and in them services by name, alias, team and image, teams and kept shapes. */
@Component
class EstateFinder implements Finder {
    private final Estates estates;
    private final Shelf shelf = new Shelf();

    EstateFinder(Estates estates) {
        this.estates = estates;
    }

    @Override
    public List<Place> places() {
        return estates.list().stream().map(estate -> new Place(estate.slug(), estate.name())).toList();
    }

    @Override
    public List<Find> beyond() {
        return estates.list().stream().map(estate -> new Find("estate", estate.name(),
                estate.services() == 1 ? "one service" : estate.services() + " services", estate.slug(),
                Addresses.of(estate.slug()))).toList();
    }

    @Override
    public List<Find> within(Place place) {
        return shelf.of(place.slug(), estates.version(place.slug()), () -> parts(place.slug()));
    }

    private List<Find> parts(String slug) {
        EstateDocument document = estates.get(slug).document();
        List<Find> finds = new ArrayList<>();
        document.services().forEach(service -> finds.add(service(slug, service)));
        document.teams().forEach(team -> finds.add(new Find("team", team.name(), "", "",
                Addresses.of(slug, "teams", team.name()))));
        document.shapes().forEach(shape -> finds.add(new Find("kept shape", shape.name(), "", "preset",
                Addresses.of(slug, "shapes", shape.name(), "edit"))));
        return finds;
    }

    private static Find service(String slug, Service service) {
        Image image = service.image();
        String reference = image == null ? "" : or(image.reference());
        String also = String.join(" ", Stream.concat(service.aliases().stream(),
                Stream.of(reference, or(service.namespace()), or(service.kind()))).toList());
        return new Find("service", service.name(), or(service.team()), also,
                Place.service(slug, service.name()));
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
