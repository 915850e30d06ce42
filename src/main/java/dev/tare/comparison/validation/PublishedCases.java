package dev.tare.comparison.validation;

import dev.tare.catalogue.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Every published case, by number; the program does not start with one that is wrong. */
@Component
public class PublishedCases {
    private final List<PublishedCase> all;

    /** Reads them all; their formulas and scenarios are held against this catalogue. */
    public PublishedCases(Catalogue catalogue) {
        List<PublishedCase> found = new ArrayList<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:validation/V*.yaml")) {
                String name = String.valueOf(file.getFilename());
                found.add(new CaseReader(name, catalogue).read(file.getInputStream()));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        found.sort(Comparator.comparingInt(PublishedCases::number));
        refuseDoubles(found);
        all = List.copyOf(found);
    }

    /** All of them. */
    public List<PublishedCase> all() {
        return all;
    }

    /** The one with that id. */
    public Optional<PublishedCase> find(String id) {
        return all.stream().filter(each -> each.id().equalsIgnoreCase(id)).findFirst();
    }

    private static int number(PublishedCase each) {
        return Integer.parseInt(each.id().substring(1));
    }

    private static void refuseDoubles(List<PublishedCase> cases) {
        Set<String> ids = new HashSet<>();
        cases.stream().filter(each -> !ids.add(each.id())).findFirst().ifPresent(each -> {
            throw new BadCase(each.id(), "the case is there twice");
        });
    }
}
