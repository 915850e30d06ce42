package dev.tare.engine.bill;

import static dev.tare.engine.ServiceDraft.service;
import static dev.tare.engine.Trial.GIB;
import static dev.tare.engine.Trial.MB;
import static dev.tare.engine.Trial.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tare.engine.Bill;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.Measure;
import dev.tare.engine.Param;
import dev.tare.engine.Shape.Billing;
import dev.tare.engine.Trial;
import org.junit.jupiter.api.Test;

class ImagesLineTest {
    private static final double PAYLOAD = 20 * MB;
    private static final double BASE = 80 * MB;

    /** Two services on one base, released ten times a month to two nodes; the base changes every fifth release. */
    private static Trial images() {
        return new Trial()
                .services(service("a").replicas(2).payload(PAYLOAD).deploys(10),
                        service("b").replicas(2).payload(PAYLOAD).deploys(10))
                .nodes(16, 64 * GIB, 2).set(Param.DEFAULT_IMAGE_COMPRESSED, 100 * MB)
                .set(Param.BASE_COMPRESSED, BASE).set(Param.BASE_RELEASES, 5).set(Param.KEPT_TAGS, 10)
                .set(Param.UNPACK_RATIO, 3);
    }

    private static double moved(Bill bill) {
        return bill.gross().get(Measure.BYTES_PER_MONTH).likely();
    }

    @Test
    void payloadIsNet() {
        Bill bill = images().bill();
        assertThat(bill.net().get(Measure.BYTES_PER_MONTH).likely()).isCloseTo(2 * 10 * 2 * PAYLOAD, within(1e-3));
    }

    @Test
    void aSharedBaseIsPulledOnceWhenItChanges() {
        double each = PAYLOAD + BASE / 2 / 5;
        assertThat(moved(images().bill())).isCloseTo(2 * 10 * 2 * each, within(1e-3));
    }

    @Test
    void fourUnitsOnOneBaseMoveTwentyTwoAndAHalfMegabytesEach() {
        Trial four = new Trial().nodes(16, 64 * GIB, 1).set(Param.DEFAULT_IMAGE_COMPRESSED, 100 * MB)
                .set(Param.BASE_COMPRESSED, BASE).set(Param.BASE_RELEASES, 8);
        for (int i = 0; i < 4; i++) {
            four.services(service("s" + i).replicas(1).payload(PAYLOAD).deploys(1));
        }
        assertThat(moved(four.bill())).isCloseTo(4 * 22.5 * MB, within(1e-3));
    }

    @Test
    void aBakedInBaseIsPulledWholeWithEveryRelease() {
        Trial baked = images().set(Param.BASE_RELEASES, 1);
        assertThat(moved(baked.bill())).isCloseTo(2 * 10 * 2 * (PAYLOAD + BASE), within(1e-3));
    }

    @Test
    void onlyAShareOfTheBaseShipsAgain() {
        Trial closure = images().set(Param.BASE_RESHIPPED, 0.1);
        assertThat(moved(closure.bill())).isCloseTo(2 * 10 * 2 * (PAYLOAD + 0.1 * BASE / 2 / 5), within(1e-3));
    }

    @Test
    void instancesWithoutNodesPullEverything() {
        Trial fresh = images().billing(Billing.INSTANCES);
        assertThat(moved(fresh.bill())).isCloseTo(2 * 10 * 2 * (PAYLOAD + BASE), within(1e-3));
    }

    @Test
    void theRegistryKeepsEveryTagsPayloadAndEachVersionOfTheBaseOnce() {
        double kept = 2 * 10 * PAYLOAD + BASE * (1 + 1);
        assertThat(images().bill().structure().storedBytes()).isCloseTo(kept, within(1e-3));
    }

    @Test
    void moneyIsForTheRegistryForPullsAndForDisk() {
        Trial priced = images().set(Param.PRICE_REGISTRY, 0.1).set(Param.PRICE_PULL, 0.09).set(Param.PRICE_DISK, 0.08);
        double stored = 2 * 10 * PAYLOAD + 2 * BASE;
        double pulled = 2 * 10 * 2 * (PAYLOAD + BASE / 10);
        double unpacked = 2 * 2 * 3 * (PAYLOAD + BASE / 2);
        double usd = (0.1 * stored + 0.09 * pulled + 0.08 * unpacked) / 1e9;
        assertThat(line(priced.bill(), Part.IMAGES, Measure.COST)).isCloseTo(usd, within(1e-9));
    }

    @Test
    void layersAreKeptOnceByDigest() {
        Trial layered = new Trial()
                .services(service("a").replicas(1).payload(2 * MB).layer("base", 8 * MB).layer("a", 2 * MB),
                        service("b").replicas(1).payload(12 * MB).layer("base", 8 * MB).layer("b", 12 * MB))
                .nodes(16, 64 * GIB, 1).set(Param.DEFAULT_IMAGE_COMPRESSED, 1).set(Param.KEPT_TAGS, 1)
                .set(Param.BASE_RELEASES, 4);
        assertThat(layered.bill().structure().storedBytes()).isCloseTo(22 * MB, within(1e-3));
    }

    @Test
    void onlyImagePackagingsKeepARegisteredImage() {
        Trial zip = new Trial().services(service("a").replicas(1).image(400 * MB, PAYLOAD).deploys(1))
                .nodes(16, 64 * GIB, 1);
        assertThat(moved(zip.bill())).isCloseTo(PAYLOAD, within(1e-3));
        double image = PAYLOAD + 380 * MB / 8;
        Trial kept = zip.set(Param.DEFAULT_IMAGE_COMPRESSED, 1).set(Param.BASE_RELEASES, 8);
        assertThat(moved(kept.bill())).isCloseTo(image, within(1e-3));
    }

    @Test
    void aSharedUnitShipsAllPayloadsAsOftenAsItsMostReleasedService() {
        Trial together = new Trial()
                .services(service("a").replicas(1).payload(PAYLOAD).deploys(10),
                        service("b").replicas(1).payload(PAYLOAD).deploys(2))
                .nodes(16, 64 * GIB, 1).allInOne();
        assertThat(moved(together.bill())).isCloseTo(10 * 2 * PAYLOAD, within(1e-3));
        assertThat(line(together.bill(), Part.IMAGES, Measure.BYTES_PER_MONTH)).isCloseTo(8 * PAYLOAD, within(1e-3));
    }
}
