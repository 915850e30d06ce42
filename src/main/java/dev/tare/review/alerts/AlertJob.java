package dev.tare.review.alerts;

import dev.tare.estate.Estates;
import dev.tare.site.NotFound;
import java.time.Clock;
import java.time.Duration;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockingTaskExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Judges every estate again and again, one instance at a time. */
@Component
class AlertJob {
    private static final Logger LOG = LoggerFactory.getLogger(AlertJob.class);
    private static final Duration LOCK_ENDS = Duration.ofMinutes(5);

    private final Estates estates;
    private final Alerts alerts;
    private final LockingTaskExecutor locks;
    private final Clock clock;

    AlertJob(Estates estates, Alerts alerts, LockingTaskExecutor locks, Clock clock) {
        this.estates = estates;
        this.alerts = alerts;
        this.locks = locks;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${tare.alerts.first:PT90S}", fixedDelayString = "${tare.alerts.every:PT1M}")
    void run() {
        locks.executeWithLock((Runnable) this::lookAtAll,
                new LockConfiguration(clock.instant(), "alerts", LOCK_ENDS, Duration.ZERO));
    }

    private void lookAtAll() {
        for (Estates.Summary estate : estates.list()) {
            try {
                alerts.look(estate.slug());
            } catch (NotFound _) {
                LOG.debug("{} was deleted meanwhile", estate.slug());
            } catch (RuntimeException failed) {
                LOG.error("The estate at {} was not judged", estate.slug(), failed);
            }
        }
    }
}
