package dev.tare.review.alerts;

import dev.tare.estate.Estates;
import dev.tare.site.NotFound;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Judges every estate again and again, one instance at a time. */
@Component
class AlertJob {
    private static final Logger LOG = LoggerFactory.getLogger(AlertJob.class);

    private final Estates estates;
    private final Alerts alerts;

    AlertJob(Estates estates, Alerts alerts) {
        this.estates = estates;
        this.alerts = alerts;
    }

    @Scheduled(initialDelayString = "${tare.alerts.first:PT90S}", fixedDelayString = "${tare.alerts.every:PT1M}")
    @SchedulerLock(name = "alerts", lockAtMostFor = "PT5M")
    void run() {
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
