package dev.tare.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Image;
import dev.tare.estate.EstateDocument.Layer;
import dev.tare.estate.EstateDocument.Service;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImagesTest {
    private static final EstateDocument EMPTY = EstateDocument.named("Shop");

    private static Service service(String name, @Nullable String reference) {
        Image image = reference == null ? null : new Image(reference, null, null, null, List.of(), null, null, null);
        return Claims.stamp(Service.named(name).withImage(image, List.of()), "kubernetes", "k8s.yaml", Map.of());
    }

    private static Service image(String name, @Nullable String reference, double unpacked) {
        return Claims.stamp(Images.draft(name, List.of(), new Image(reference, null, null, unpacked,
                List.of(new Layer("sha256:1", 5)), null, null, null)), "docker inspect", "images.json", Map.of());
    }

    private static EstateDocument of(Service... services) {
        return EMPTY.withServices(List.of(services));
    }

    @Test
    void givesAnImageToEveryServiceThatRunsIt() {
        EstateDocument estate = of(service("cart", "acme/shop:1"), service("pay", "docker.io/acme/shop:1"),
                service("other", "acme/shop:2"));
        Merged merged = Merge.into(estate, of(image("shop", "acme/shop:1", 7e6)));
        assertThat(merged.document().services()).extracting(Service::name).containsExactly("cart", "pay", "other");
        assertThat(merged.document().services()).extracting(one -> one.image().unpackedBytes())
                .containsExactly(7e6, 7e6, null);
        assertThat(merged.document().services().getFirst().image().reference()).isEqualTo("acme/shop:1");
        assertThat(Merge.into(merged.document(), of(image("shop", "acme/shop:1", 7e6))).changesNothing()).isTrue();
        assertThat(Merge.into(merged.document(), of(image("shop", "acme/shop:1", 8e6))).document().services().getFirst()
                .image().unpackedBytes()).isEqualTo(8e6);
    }

    @Test
    void joinsServicesAndImagesOfOneImport() {
        EstateDocument draft = of(image("shop", "redis", 1e6), service("cache", "library/redis:latest"));
        Merged merged = Merge.into(EMPTY, draft);
        assertThat(merged.document().services()).singleElement()
                .satisfies(one -> assertThat(one.image().unpackedBytes()).isEqualTo(1e6));
        assertThat(Merge.into(merged.document(), draft).changesNothing()).isTrue();
    }

    @Test
    void aManifestWithoutAReferenceIsFoundByItsFileName() {
        EstateDocument estate = of(service("cart", "acme/shop:1"), service("pay", "acme/payments:1"));
        assertThat(Merge.into(estate, of(image("cart", null, 3), image("payments", null, 4))).document().services())
                .extracting(one -> one.image().unpackedBytes()).containsExactly(3.0, 4.0);
    }

    @Test
    void leavesOutWhatNothingRuns() {
        Merged merged = Merge.into(of(service("cart", "acme/shop:1")), of(image("redis", "redis:7", 1)));
        assertThat(merged.changesNothing()).isTrue();
        assertThat(merged.findings()).singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("redis:7"));
    }

    @Test
    void anEstateOfImagesAloneKeepsThem() {
        Merged merged = Merge.into(EMPTY, of(image("redis", "redis:7", 1)));
        assertThat(merged.document().services()).extracting(Service::name).containsExactly("redis");
        assertThat(Merge.into(merged.document(), of(image("redis", "redis:7", 1))).changesNothing()).isTrue();
    }

    @Test
    void whatSomebodyTypedStays() {
        Service typed = Service.named("cart").withImage(
                new Image("acme/shop:1", null, null, 9.0, List.of(), null, null, null), List.of());
        Merged merged = Merge.into(of(typed), of(image("shop", "acme/shop:1", 7)));
        assertThat(merged.document().services().getFirst().image().unpackedBytes()).isEqualTo(9);
        assertThat(merged.findings()).extracting(Finding::code).containsExactly("kept");
    }

    @Test
    void findsImagesByDigestWhateverTheyAreCalled() {
        String digest = "sha256:" + "a".repeat(64);
        EstateDocument estate = of(service("cart", "mirror.example.org/shop@" + digest), service("pay", "acme/pay:1"));
        assertThat(Merge.into(estate, of(image("shop", "acme/shop@" + digest, 7e6))).document().services())
                .extracting(one -> one.image().unpackedBytes()).containsExactly(7e6, null);
    }

    /** Work is counted in what is taken from memory, never in time. */
    @Test
    void manyImagesFindTheirServicesAmongMany() {
        joining(200);
        long few = joining(200);
        assertThat(joining(8 * 200)).isLessThan(2 * 8 * few);
    }

    private static long joining(int services) {
        Service[] draft = IntStream.range(0, 2 * services).mapToObj(i -> i % 2 == 0
                ? service("s" + i, "acme/app" + i + ":1")
                : image("i" + i, "acme/app" + (i - 1) + ":1", i)).toArray(Service[]::new);
        EstateDocument document = of(draft);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Merged merged = Merge.into(EMPTY, document);
        long taken = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(merged.document().services()).hasSize(services)
                .allSatisfy(one -> assertThat(one.image().unpackedBytes()).isPositive());
        return taken;
    }
}
