package dev.tare.comparison.web;

import dev.tare.estate.EstateDocument;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The sample estate, as it ships. */
final class OnlineShop {
    private OnlineShop() {}

    static EstateDocument document() throws IOException {
        try (InputStream in = new ClassPathResource("sample/online-shop.yaml").getInputStream()) {
            return new YAMLMapper().readValue(in, EstateDocument.class);
        }
    }
}
