package dev.tare.catalogue.web;

import dev.tare.catalogue.Catalogue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The whole catalogue in one answer. */
@RestController
@Tag(name = "Catalogue")
class CatalogueApi {
    private final CatalogueAnswer answer;

    CatalogueApi(Catalogue catalogue) {
        answer = CatalogueAnswer.of(catalogue);
    }

    @GetMapping("/api/v1/catalogue")
    @Operation(summary = "Options of the six axes, presets, and every assumption with its source")
    CatalogueAnswer catalogue() {
        return answer;
    }
}
