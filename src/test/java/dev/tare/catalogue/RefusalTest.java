package dev.tare.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.io.ClassPathResource;

/** A wrong file is refused at start, naming itself and the entry; each kind of wrong is a case in a file. */
class RefusalTest {
    private static List<CaseEntry> cases() throws IOException {
        String text = new ClassPathResource("catalogue-cases/cases.yaml")
                .getContentAsString(StandardCharsets.UTF_8);
        return Yaml.readList("cases.yaml", text.replace("- case:", "- name:"), CaseEntry.class);
    }

    record CaseEntry(String name, String file, String before, String after, List<String> says) {}

    @TestFactory
    List<DynamicTest> refuses() throws IOException {
        return cases().stream().map(each -> DynamicTest.dynamicTest(each.name(), () -> {
            CatalogueFiles files = new Broken(each.file(), each.before(), each.after()).files();
            assertThatThrownBy(() -> CatalogueReader.read(files)).isInstanceOf(BadCatalogue.class)
                    .satisfies(refusal -> assertThat(refusal.getMessage()).contains(each.says()));
        })).toList();
    }

    @Test
    void coversEveryKindOfFile() throws IOException {
        assertThat(cases()).hasSizeGreaterThan(30).extracting(each -> each.file().replaceFirst("/.*", ""))
                .contains("assumptions", "options", "presets.yaml", "units.yaml", "languages.yaml",
                        "known-images.yaml", "field-defaults.yaml");
    }

    @Test
    void refusesAMissingFile() {
        var texts = new TreeMap<>(Broken.real().texts());
        texts.remove("presets.yaml");
        assertThatThrownBy(() -> CatalogueReader.read(new CatalogueFiles(texts))).isInstanceOf(BadCatalogue.class)
                .hasMessageContaining("presets.yaml").hasMessageContaining("missing");
    }

    @Test
    void takesTheFilesAsTheyAre() {
        assertThat(CatalogueReader.read(Broken.real()).presets()).isNotEmpty();
    }
}
