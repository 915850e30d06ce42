package dev.tare.estate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The online shop a newcomer finds at the first start. Only ever at the first: once this installation has had the chance,
 * deleting the shop is final.
 */
@Component
public class SampleEstate implements SmartInitializingSingleton {
    private static final String STEP = "sample estate";

    private final Estates estates;
    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final Settings settings;

    SampleEstate(Estates estates, JdbcTemplate jdbc, TransactionOperations transaction, Clock clock,
            Settings settings) {
        this.estates = estates;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.settings = settings;
    }

    /** Whether it is wanted ({@code TARE_SAMPLE}), and the document. */
    @Component
    record Settings(@Value("${tare.sample:true}") boolean wanted,
            @Value("classpath:sample/online-shop.yaml") Resource document) {}

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(_ -> {
            if (isFirstStart() && settings.wanted()) {
                estates.create(read());
            }
        });
    }

    /** The online shop once more, for somebody who wants to look at a finished estate first. */
    public Estates.Snapshot again() {
        return estates.create(read());
    }

    private boolean isFirstStart() {
        return jdbc.update("insert into installation_step (name, done_at) values (?, ?) on conflict do nothing", STEP,
                Timestamp.from(clock.instant())) == 1;
    }

    private EstateDocument read() {
        try (InputStream in = settings.document().getInputStream()) {
            return EstateFormat.YAML.read(in, EstateDocument.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
