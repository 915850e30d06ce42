package dev.tare.review.alerts;

import java.time.Clock;
import java.time.Duration;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockingTaskExecutor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends what waits, again and again, one instance at a time. */
@Component
class DeliveryJob {
    private static final Duration LOCK_ENDS = Duration.ofMinutes(5);

    private final Deliveries deliveries;
    private final LockingTaskExecutor locks;
    private final Clock clock;

    DeliveryJob(Deliveries deliveries, LockingTaskExecutor locks, Clock clock) {
        this.deliveries = deliveries;
        this.locks = locks;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${tare.webhooks.first:PT100S}", fixedDelayString = "${tare.webhooks.every:PT30S}")
    void run() {
        locks.executeWithLock((Runnable) deliveries::sendDue,
                new LockConfiguration(clock.instant(), "webhooks", LOCK_ENDS, Duration.ZERO));
    }
}
