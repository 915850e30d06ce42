package dev.tare.estate.rest;

import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.Estates;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which services inherit a package, by the bills of materials of their images. */
@RestController
@Tag(name = "Packages", description = "What the images of services hold, from their bills of materials.")
class PackagesApi {
    private static final int LISTED = 500;

    private final Estates estates;

    PackagesApi(Estates estates) {
        this.estates = estates;
    }

    /** A package as {@code group/name@version}, and the services whose images hold it. */
    record Inherited(String component, List<String> services) {}

    @GetMapping(path = Answers.ESTATES + "/{slug}/packages", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Which services inherit a package, the widest spread first")
    List<Inherited> packages(@PathVariable String slug,
            @Parameter(description = "name, group/name or name@version; all packages when absent") @RequestParam(defaultValue = "") String name) {
        Map<String, List<String>> inherited = new TreeMap<>();
        for (Service service : estates.get(slug).document().services()) {
            if (service.image() != null) {
                service.image().components().stream().filter(component -> isMeant(component, name)).distinct()
                        .forEach(component -> inherited.computeIfAbsent(component, _ -> new ArrayList<>())
                                .add(service.name()));
            }
        }
        return inherited.entrySet().stream().map(one -> new Inherited(one.getKey(), one.getValue()))
                .sorted(Comparator.comparingInt((Inherited one) -> -one.services().size())).limit(LISTED).toList();
    }

    private static boolean isMeant(String component, String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        String whole = component.toLowerCase(Locale.ROOT);
        String plain = whole.substring(whole.substring(0, Math.max(0, whole.lastIndexOf('@'))).lastIndexOf('/') + 1);
        return wanted.isEmpty() || List.of(whole, plain).stream()
                .anyMatch(known -> known.equals(wanted) || known.startsWith(wanted + "@"));
    }
}
