package dev.tare.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ApiPageTest {
    private final ApiPage page = ApiPage.of(JsonMapper.shared().readTree("""
            {"tags": [{"name": "Estates", "description": "Whole estates."}],
             "paths": {"/estates/{slug}": {"put": {"tags": ["Estates"], "summary": "Replace it",
               "parameters": [{"name": "slug", "in": "path", "required": true, "schema": {"type": "string"}},
                 {"name": "If-Match", "in": "header", "schema": {"type": "string"}}],
               "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Estate"}}}},
               "responses": {"409": {}, "200": {"content": {"*/*": {"schema": {"type": "array",
                 "items": {"$ref": "#/components/schemas/Estate"}}}}}}}}},
             "components": {"schemas": {"Estate": {"properties": {"name": {"type": "string"},
               "counts": {"additionalProperties": {"type": "integer"}}}}, "Word": {"type": "string"}}}}"""));

    @Test
    void groupsCallsByWhatTheyAreAbout() {
        assertThat(page.groups()).singleElement().satisfies(group -> {
            assertThat(group.description()).isEqualTo("Whole estates.");
            assertThat(group.calls()).singleElement().satisfies(call -> {
                assertThat(call.method()).isEqualTo("PUT");
                assertThat(call.sends()).isEqualTo(new ApiPage.Type("Estate", "shape-estate"));
                assertThat(call.answers()).isEqualTo(new ApiPage.Type("list of Estate", "shape-estate"));
                assertThat(call.parameters()).extracting(ApiPage.Field::note).containsExactly("in the path",
                        "in the header, optional");
            });
        });
    }

    @Test
    void describesTheShapesThatHaveFields() {
        assertThat(page.schemas()).singleElement().satisfies(schema -> assertThat(schema.fields())
                .extracting(field -> field.name() + ": " + field.type().name())
                .containsExactly("name: string", "counts: map of integer"));
    }
}
