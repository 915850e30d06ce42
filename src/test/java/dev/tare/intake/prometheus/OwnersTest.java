package dev.tare.intake.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose pods are whose, as stated and as named. */
class OwnersTest {
    @ParameterizedTest
    @CsvSource({ "frontend-6d5f7c9b8c-x2x4z,frontend,Deployment",
        "order-api-v2-7c9b8c6d5f-9kq2p,order-api-v2,Deployment",
        "kafka-12,kafka,StatefulSet", "node-exporter-x2x4z,node-exporter,''", "plain,plain,''",
        "checkout-service,checkout-service,''" })
    void namesTellWhenNothingIsStated(String pod, String owner, String kind) {
        assertThat(new Owners(List.of(), List.of(), List.of()).of("shop", pod))
                .isEqualTo(new Owners.Owner(kind, owner));
    }

    @Test
    void statedOwnersComeFirst() {
        Row pod = new Row(Map.of("namespace", "shop", "pod", "p", "owner_kind", "ReplicaSet", "owner_name", "odd"), 1);
        Row set = new Row(
                Map.of("namespace", "shop", "replicaset", "odd", "owner_kind", "Rollout", "owner_name", "frontend"), 1);
        assertThat(new Owners(List.of(pod), List.of(set), List.of()).of("shop", "p"))
                .isEqualTo(new Owners.Owner("Rollout", "frontend"));
        assertThat(new Owners(List.of(pod), List.of(), List.of()).of("shop", "p").name()).isEqualTo("odd");
    }

    @Test
    void runsOfACronJobAreOne() {
        Row pod = new Row(Map.of("namespace", "shop", "pod", "report-28765432-x2x4z", "owner_kind", "Job", "owner_name",
                "report-28765432"), 1);
        assertThat(new Owners(List.of(pod), List.of(), List.of()).of("shop", "report-28765432-x2x4z"))
                .isEqualTo(new Owners.Owner("CronJob", "report"));
    }
}
