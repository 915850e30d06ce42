package dev.tare.review;

import dev.tare.catalogue.Assumption;
import dev.tare.catalogue.Catalogue;
import dev.tare.estate.Fingerprint;
import dev.tare.review.Kept.Model;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** Tells which program and catalogue figures rest on. */
@Component
class Models {
    private final Model current;

    Models(Catalogue catalogue, ObjectProvider<BuildProperties> build) {
        String program = build.stream().map(BuildProperties::getVersion).filter(Objects::nonNull).findFirst()
                .orElse("development");
        List<String> figures = catalogue.entries().stream().map(Models::figure).sorted().toList();
        current = new Model(program, Fingerprint.of(figures));
    }

    private static String figure(Assumption entry) {
        return entry.key() + " " + entry.low() + " " + entry.likely() + " " + entry.high() + " " + entry.unit();
    }

    Model current() {
        return current;
    }
}
