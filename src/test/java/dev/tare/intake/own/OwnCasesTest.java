package dev.tare.intake.own;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.intake.ReaderCases;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateFormat;
import dev.tare.intake.Merge;
import dev.tare.intake.TestIntake;
import dev.tare.intake.Upload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every folder of {@code intake/own} is a case; what is written here comes back as it was. */
class OwnCasesTest extends ReaderCases {
    OwnCasesTest() {
        super("own", new OwnReader());
    }

    @ParameterizedTest
    @EnumSource
    void anEstateWrittenHereComesBackIntoAnEmptyOne(EstateFormat format) throws IOException {
        EstateDocument shop = EstateFormat.YAML.read(
                Files.newInputStream(Path.of("src/main/resources/sample/online-shop.yaml")),
                EstateDocument.class);
        EstateDocument read = TestIntake.of(new OwnReader())
                .read(List.of(Upload.of("shop", format.write(shop))), "auto").document();
        EstateDocument joined = Merge.into(EstateDocument.named(shop.name()), read).document();
        assertThat(joined.services()).isEqualTo(shop.services());
        assertThat(joined.calls()).isEqualTo(shop.calls());
        assertThat(joined.entries()).isEqualTo(shop.entries());
        assertThat(joined.teams()).isEqualTo(shop.teams());
    }
}
