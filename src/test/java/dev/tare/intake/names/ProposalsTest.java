package dev.tare.intake.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.estate.EstateDocument.Service;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pairs of names and what is to be said of them. A service is written {@code name@namespace%format}. */
class ProposalsTest {
    private static Service service(String written) {
        String[] format = written.split("%", 2);
        String[] place = format[0].split("@", 2);
        return Service.named(place[0]).withImage(null, format.length < 2 || format[1].isEmpty()
                ? List.of()
                : Arrays.stream(format[1].split("\\+"))
                        .map(one -> new Provenance(one, "file", "name = " + place[0])).toList())
                .withNamespace(place.length < 2 ? null : place[1]);
    }

    private static Call call(String written) {
        String[] ends = written.split(">");
        return new Call(ends[0], ends[1], "call", null, null, null, null, null, null, null, List.of());
    }

    private static EstateDocument estate(String services, String calls) {
        EstateDocument document = EstateDocument.named("Shop")
                .withServices(Arrays.stream(services.split(" ")).map(ProposalsTest::service).toList());
        return calls == null || calls.isEmpty()
                ? document
                : document.withCalls(Arrays.stream(calls.split(" ")).map(ProposalsTest::call).toList());
    }

    private static List<String> found(EstateDocument estate) {
        return Proposals.of(estate, Set.of()).stream()
                .map(proposal -> proposal.name() + "=" + proposal.into() + "=" + proposal.as()).toList();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # services                                            , calls , name                , into       , as
            productpage%zipkin productpage-v1%kubernetes          , -     , productpage-v1      , productpage, productpage
            productpage@book%kiali productpage.book%zipkin        , -     , productpage.book    , productpage, productpage
            cart%kubernetes cart.shop.svc.cluster.local:70%zipkin , -     , cart.shop.svc.cluster.local:70, cart, cart
            cart%kubernetes cart:7070%zipkin                      , -     , cart:7070           , cart       , cart
            cart%kubernetes http://cart:7070/api%zipkin           , -     , http://cart:7070/api, cart       , cart
            cart%kubernetes cart-7d9f8b6c5d-x2x7k%zipkin          , -     , cart-7d9f8b6c5d-x2x7k, cart      , cart
            cart%compose shop_cart_1%docker                       , -     , shop_cart_1         , cart       , cart
            cart%compose shop-cart-1%docker                       , -     , shop-cart-1         , cart       , cart
            cart%kubernetes component:default/cart%backstage      , -     , component:default/cart, cart     , cart
            cart%kubernetes cart-service%zipkin                   , -     , cart-service        , cart       , cart
            cart-service%kubernetes CartService%zipkin            , -     , CartService         , cart-service, cart-service
            user_service%compose user-service%zipkin              , -     , user_service        , user-service, user-service
            cart%kubernetes cart-canary%kubernetes                , -     , cart-canary         , cart       , cart
            reviews-v1%kubernetes reviews-v2%kubernetes           , -     , reviews-v2          , reviews-v1 , reviews
            api%kubernetes api-v2%kubernetes x%a y%b              , x>api x>api-v2 api>y, api-v2 , api        , api
            """)
    void asks(String services, String calls, String name, String into, String as) {
        assertThat(found(estate(services, calls))).containsExactly(name + "=" + into + "=" + as);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            cart%kubernetes cart-redis%zipkin                   , -
            user-service%kubernetes user-db%zipkin              , -
            carts%kubernetes carts-db%compose                   , -
            cart@red%kubernetes cart.blue@blue%kubernetes       , -
            cart@red%kubernetes cart-v2@blue%zipkin             , -
            cart@red%kubernetes cart-x.blue@blue%a cart.blue%b  , -
            # one tool saw both side by side
            user%kubernetes user-service%kubernetes             , -
            CartService%zipkin cart-service%zipkin              , -
            # somebody typed both
            api api-v2                                          , -
            cart cart-service                                   , -
            # they call each other
            cart%kubernetes cart-service%zipkin                 , cart>cart-service
            api%kubernetes api-v2%zipkin                        , api-v2>api
            # a version of its own: asked by others, or asking others
            api%kubernetes api-v2%kubernetes a%x b%x            , a>api b>api-v2
            api%kubernetes api-v2%kubernetes a%x b%x            , api>a api-v2>b
            # names that say nothing
            localhost:8080%zipkin localhost:9090%jaeger         , -
            127.0.0.1:80%zipkin 127.0.0.1:81%jaeger             , -
            service%zipkin svc%jaeger                           , -
            kafka-0%zipkin kafka%compose                        , -
            worker-1%kubernetes worker-2%zipkin                 , -
            order%kubernetes orders%zipkin                      , -
            ts-order-service%kubernetes ts-order-other-service%jaeger , -
            mysql-primary%kubernetes mysql-replica%zipkin       , -
            # which of the two?
            cart@red%kubernetes cart.blue@blue%kubernetes cart-service%zipkin , -
            """)
    void leavesApart(String services, String calls) {
        assertThat(found(estate(services, calls))).isEmpty();
    }

    @Test
    void threeVersionsAndTheirNameAreOne() {
        EstateDocument estate = estate("reviews%zipkin reviews-v1%kubernetes reviews-v2%kubernetes"
                + " reviews-v3%kubernetes ratings%zipkin", "reviews-v2>ratings reviews-v3>ratings reviews>ratings");
        assertThat(found(estate)).containsExactly("reviews-v1=reviews=reviews", "reviews-v2=reviews=reviews",
                "reviews-v3=reviews=reviews");
        assertThat(Proposals.of(estate, Set.of()).get(1).why()).containsExactly("version 2 of it",
                "seen in kubernetes and zipkin", "both call ratings");
    }

    @Test
    void aRefusedPairIsNotAskedAgainUnderOtherNames() {
        EstateDocument estate = estate("reviews%zipkin reviews-v2%kubernetes", null);
        Proposal asked = Proposals.of(estate, Set.of()).getFirst();
        assertThat(Proposals.of(estate, Set.of(asked.id()))).isEmpty();
        Service renamed = Service.named("Reviews").withAliases(List.of("reviews"));
        EstateDocument later = estate.withServices(Stream.of(renamed, estate.services().get(1)).toList());
        assertThat(Proposals.of(later, Set.of(asked.id()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            cart.shop                         , true
            cart.shop.svc                     , true
            cart.shop.svc.cluster.local:7070  , true
            cart:7070                         , true
            Cart.Shop                         , true
            basket.shop.svc                   , true
            cart.other.svc                    , false
            cart.other                        , false
            carts.shop                        , false
            cart-v1.shop                      , false
            cart                              , false
            localhost:8080                    , false
            """)
    void addressesAreTheService(String host, boolean same) {
        Service cart = Service.named("cart").withNamespace("shop").withAliases(List.of("basket"));
        assertThat(Surely.isAddressOf(host, cart)).isEqualTo(same);
    }

    @Test
    void thousandsOfServicesAreLookedThroughAtOnce() {
        EstateDocument estate = EstateDocument.named("Large").withServices(Stream.iterate(0, i -> i + 1).limit(20_000)
                .map(i -> service("svc-" + i % 10_000 + (i < 10_000 ? "%kubernetes" : "-v2%zipkin"))).toList());
        // of this thread, however busy the machine is
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        assertThat(Proposals.of(estate, Set.of())).hasSize(10_000);
        assertThat(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start).isLessThan(5_000_000_000L);
    }
}
