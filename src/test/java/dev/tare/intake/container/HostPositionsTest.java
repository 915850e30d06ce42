package dev.tare.intake.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases of the Kubernetes reader hold most of the rules; here are the odd ones. */
class HostPositionsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            URL       | http://[::1]:8080/orders          |
            URL       | http://orders                     | orders
            URL       | HTTP://Orders.Shop.SVC:80         | orders.shop.svc
            URL       | https://user@orders/              | orders
            BROKERS   | PLAINTEXT://a:9092,SSL://b:9093   | a b
            NODES     | redis-0.redis:6379,redis-1.redis:6379 | redis-0.redis redis-1.redis
            ZOO       | server.1=zk-0.zk:2888:3888        | zk-0.zk
            ORACLE    | jdbc:oracle:thin:@db:1521:orcl    | db
            OPTS      | a:70000                           |
            OPTS      | x${HOST}:80                       |
            OPTS      | http://$(UNKNOWN):80              |
            DSN       | user:3306@tcp(mysql)/shop         | mysql
            WHERE     | git@github.com:team/repo.git      |
            TEXT      | Remember: the milk at 8:30        |
            DB_HOST   | '10.0.0.7'                        | 10.0.0.7
            """)
    void finds(String name, String value, String hosts) {
        assertThat(HostPositions.inSetting(name, value)).extracting(NamedHost::host)
                .containsExactlyInAnyOrderElementsOf(hosts == null ? Set.of() : List.of(hosts.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "a", "a.", "a-", "http://", "a:", "http://a,", "x=", "host=", "http://a:1,http://",
        "{\"a\":",
        " ", "--a ", "nc a 1 ", "@tcp(", "#", "\n#", "chown a:1 " })
    void longTextTakesNotLong(String part) {
        String text = part.repeat(1_000_000 / part.length());
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            HostPositions.inSetting("OPTS_HOST", text);
            HostPositions.inSetting("OPTS_HOST", "http://" + text);
            HostPositions.inCommand(List.of(text));
            HostPositions.inText(text);
        });
    }
}
