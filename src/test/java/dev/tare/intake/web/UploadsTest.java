package dev.tare.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tare.intake.Upload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;

class UploadsTest {
    private static MockMultipartFile file(String path, String text) {
        return new MockMultipartFile("file", path, "text/yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void filesOfOneNameStayApart() {
        assertThat(Uploads.of(List.of(file("shop/compose.yaml", "a"), file("C:\\office\\compose.yaml", "b"),
                file(".env", "c"), file("compose.yaml", "d"))))
                .extracting(Upload::name, upload -> new String(upload.bytes(9), StandardCharsets.UTF_8))
                .containsExactly(tuple("compose.yaml", "a"),
                        tuple("2/compose.yaml", "b"),
                        tuple(".env", "c"),
                        tuple("3/compose.yaml", "d"));
    }
}
