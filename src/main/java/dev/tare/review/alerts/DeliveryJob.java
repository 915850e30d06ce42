package dev.tare.review.alerts;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends what waits, again and again, one instance at a time. */
@Component
class DeliveryJob {
    private final Deliveries deliveries;

    DeliveryJob(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Scheduled(initialDelayString = "${tare.webhooks.first:PT100S}", fixedDelayString = "${tare.webhooks.every:PT30S}")
    @SchedulerLock(name = "webhooks", lockAtMostFor = "PT5M")
    void run() {
        deliveries.sendDue();
    }
}
