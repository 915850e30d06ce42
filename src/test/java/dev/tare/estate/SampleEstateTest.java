package dev.tare.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.estate.Estates.Snapshot;
import dev.tare.estate.Estates.Summary;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionOperations;

@SpringBootTest(properties = "tare.sample=true")
@DirtiesContext
class SampleEstateTest {
    private static final ClassPathResource DOCUMENT = new ClassPathResource("sample/online-shop.yaml");

    @Autowired
    private Estates estates;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private TransactionOperations transaction;
    @Autowired
    private Clock clock;

    @Test
    void isThereAtTheFirstStartAndOnlyThen() {
        Snapshot shop = estates.get("online-shop");
        assertThat(shop.document().services()).hasSize(11);
        estates.delete(shop.slug(), shop.version());
        start(true);
        assertThat(estates.list()).isEmpty();
        jdbc.update("delete from installation_step");
        start(false);
        start(true);
        assertThat(estates.list()).as("the first start decides").isEmpty();
        jdbc.update("delete from installation_step");
        start(true);
        assertThat(estates.list()).extracting(Summary::name).containsExactly("Online shop");
    }

    @Test
    void isKeptAsItIsWritten() throws IOException {
        try (InputStream in = DOCUMENT.getInputStream()) {
            EstateDocument written = EstateFormat.YAML.read(in, EstateDocument.class);
            Snapshot stored = estates.create(written);
            assertThat(estates.get(stored.slug()).document()).isEqualTo(written);
            estates.delete(stored.slug(), stored.version());
        }
    }

    private void start(boolean wanted) {
        new SampleEstate(estates, jdbc, transaction, clock, new SampleEstate.Settings(wanted, DOCUMENT))
                .afterSingletonsInstantiated();
    }
}
