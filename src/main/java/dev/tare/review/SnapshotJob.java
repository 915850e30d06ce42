package dev.tare.review;

import dev.tare.estate.Estates;
import dev.tare.site.Invalid;
import dev.tare.site.NotFound;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks at every estate again and again. Of several instances on one database one looks at a time; one that was killed is
 * waited for until its lock ends, and what it did not finish is found due again.
 */
@Component
class SnapshotJob {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotJob.class);

    private final Estates estates;
    private final Snapshots snapshots;
    /** What cannot be weighed, as it was when that was found out: nobody tries it again before it changes. */
    private final Map<String, Instant> unfit = new ConcurrentHashMap<>();

    SnapshotJob(Estates estates, Snapshots snapshots) {
        this.estates = estates;
        this.snapshots = snapshots;
    }

    @Scheduled(initialDelayString = "${tare.snapshots.first:PT1M}", fixedDelayString = "${tare.snapshots.every:PT1M}")
    @SchedulerLock(name = "snapshots", lockAtMostFor = "PT15M")
    void run() {
        for (Estates.Summary estate : estates.list()) {
            boolean known = estate.updatedAt().equals(unfit.get(estate.slug()));
            if (!known && snapshots.due(estate.slug(), estate.updatedAt())) {
                look(estate);
            }
        }
    }

    private void look(Estates.Summary estate) {
        try {
            snapshots.look(estate.slug());
        } catch (Invalid _) {
            unfit.put(estate.slug(), estate.updatedAt());
        } catch (NotFound _) {
            LOG.debug("{} was deleted meanwhile", estate.slug());
        } catch (RuntimeException failed) {
            unfit.put(estate.slug(), estate.updatedAt());
            LOG.error("No figures were kept of the estate at {}", estate.slug(), failed);
        }
    }
}
