package dev.tare.engine.bill;

import static dev.tare.engine.Dimension.BYTES;
import static dev.tare.engine.Dimension.NUMBER;
import static dev.tare.engine.Param.BASE_COMPRESSED;
import static dev.tare.engine.Param.BASE_RELEASES;
import static dev.tare.engine.Param.BASE_RESHIPPED;
import static dev.tare.engine.Param.DEFAULT_DEPLOYS;
import static dev.tare.engine.Param.DEFAULT_IMAGE_COMPRESSED;
import static dev.tare.engine.Param.KEPT_TAGS;
import static dev.tare.engine.Param.PRICE_DISK;
import static dev.tare.engine.Param.PRICE_PULL;
import static dev.tare.engine.Param.PRICE_REGISTRY;
import static dev.tare.engine.Param.UNPACK_RATIO;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.Bill.Working;
import dev.tare.engine.Measure;

/**
 * What is shipped around the payload: registry storage of unique layers, transfer of compressed bytes that are not yet
 * on the node, disk for unpacked ones. The money of transfer and storage is this line's alone; the payload's own bytes
 * are net. See {@link Shipping}.
 */
final class ImagesLine implements TareLine {
    @Override
    public Part part() {
        return Part.IMAGES;
    }

    @Override
    public Amount amount(Weighing w) {
        Shipping s = w.shipping;
        double money = s.stored / Terms.GB * w.terms.of(PRICE_REGISTRY) + s.moved / Terms.GB * w.terms.of(PRICE_PULL)
                + s.unpacked / Terms.GB * w.terms.of(PRICE_DISK);
        return Amount.NONE.money(money).moved(Math.max(0, s.moved - s.payloadMoved));
    }

    @Override
    public Working working(Measure measure, Sheet sheet) {
        Shipping s = sheet.w.shipping;
        return switch (measure) {
            case COST -> sheet.formula("registry GB × price + GB pulled × price + GB unpacked on nodes × price")
                    .found("registry: unique layers × kept tags", s.stored, BYTES)
                    .found("pulled a month, compressed", s.moved, BYTES).found("on nodes, unpacked", s.unpacked, BYTES)
                    .given("kept tags", KEPT_TAGS).given("price of registry storage", PRICE_REGISTRY)
                    .given("price of a pull", PRICE_PULL).given("price of disk", PRICE_DISK)
                    .given("unpacked for each compressed byte", UNPACK_RATIO).done();
            case BYTES_PER_MONTH -> sheet
                    .formula("Σ releases × nodes that pull × (payload + share of base that ships again × base ÷ "
                            + "releases between base changes) − payload bytes moved")
                    .found("pulled a month, compressed", s.moved, BYTES)
                    .found("payload bytes moved", s.payloadMoved, BYTES)
                    .found("share of shipped bytes that is payload", s.moved > 0 ? s.payloadMoved / s.moved : 0, NUMBER)
                    .given("base, compressed", BASE_COMPRESSED)
                    .given("image of a service that states none", DEFAULT_IMAGE_COMPRESSED)
                    .given("share of base that ships again", BASE_RESHIPPED)
                    .given("releases between base changes", BASE_RELEASES)
                    .given("default releases a month", DEFAULT_DEPLOYS).done();
            case VCPU, MEMORY, P99_MS -> sheet.formula("images take none").found("bytes", 0, BYTES).done();
        };
    }
}
