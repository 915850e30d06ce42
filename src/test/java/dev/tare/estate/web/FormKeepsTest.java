package dev.tare.estate.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.estate.Documents;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Image;
import dev.tare.estate.EstateDocument.Service;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a form is opened with and sent back with unchanged leaves every field of the document as it is, shown or not. */
class FormKeepsTest {
    private static final String CURRENCY = "EUR";

    private static EstateDocument document() {
        EstateDocument stated = Documents.everythingStated();
        return stated.withServices(stated.services().stream().map(FormKeepsTest::withComponents).toList());
    }

    private static Service withComponents(Service service) {
        Image image = service.image();
        return image == null
                ? service
                : service.withImage(new Image(image.reference(), image.digest(), image.compressedBytes(),
                        image.unpackedBytes(), image.layers(), image.builtAt(), image.packages(),
                        image.vulnerabilities(), List.of("org.x/log@2.1", "zlib@1.3")), service.provenance());
    }

    static List<String> names() {
        return document().services().stream().map(Service::name).toList();
    }

    /** As a browser sends it: lines end with carriage returns. */
    private static Form sentBack(Part part, ObjectNode tree, UnaryOperator<Form> typed) {
        Form form = typed.apply(new FormWriter(part.schema(), CURRENCY).write(tree));
        Map<String, String> values = new LinkedHashMap<>();
        form.values().forEach((name, value) -> values.put(name,
                name.equals(Form.OPENED) ? value : value.replace("\n", "\r\n")));
        return new Form(values);
    }

    private static EstateDocument saved(EstateDocument document, String name, UnaryOperator<Form> typed) {
        Part part = new ServicePart();
        ObjectNode tree = part.find(document, name).orElseThrow();
        FormReader reader = new FormReader(part.schema(), CURRENCY);
        ObjectNode read = reader.read(sentBack(part, tree, typed));
        assertThat(reader.problems()).isEmpty();
        return part.put(name, read).apply(document);
    }

    @ParameterizedTest
    @MethodSource("names")
    void sentBackUnchangedNothingChanges(String name) {
        EstateDocument document = document();
        assertThat(saved(document, name, form -> form)).isEqualTo(document);
    }

    @Test
    void theServiceIsStatedToItsLastField() {
        Service whole = document().services().getFirst();
        ObjectNode tree = Trees.of(whole);
        assertThat(tree.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(components(Service.class));
        assertThat(tree.path("image").properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(components(Image.class));
    }

    private static List<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName)
                .toList();
    }

    @Test
    void packagesAreTypedOneALine() {
        EstateDocument document = document();
        String name = names().getFirst();
        EstateDocument saved = saved(document, name,
                form -> form.with("image.components", "org.x/log@2.2\n\nzlib@1.3\n"));
        JsonNode image = Trees.of(saved.services().getFirst()).path("image");
        assertThat(image.path("components").valueStream().map(JsonNode::asString))
                .containsExactly("org.x/log@2.2", "zlib@1.3");
        assertThat(image.path("packages")).isEqualTo(Trees.of(document.services().getFirst()).path("image")
                .path("packages"));
    }
}
