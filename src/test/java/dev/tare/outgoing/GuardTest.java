package dev.tare.outgoing;

import dev.tare.intake.live.LiveRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses may be asked, by how they are written and by what they are. */
class GuardTest {
    private static final String USUAL = "loopback, private";

    /** Knows every name, at the given addresses. */
    private static Guard guard(String allow, String... addresses) {
        return new Guard(allow, host -> host.matches("[0-9.]+|.*:.*")
                ? InetAddress.getAllByName(host)
                : Arrays.stream(addresses).map(InetAddress::ofLiteral).toArray(InetAddress[]::new));
    }

    private static void ask(Guard guard, String typed) throws UnknownHostException {
        guard.addresses(guard.address(typed).getHost());
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://127.0.0.1:9090", "http://127.8.8.8", "http://[::1]:9090", "https://10.1.2.3",
        "http://172.16.0.1", "http://172.31.255.254", "http://192.168.1.1:80/prometheus", "http://100.64.0.1",
        "http://[fd12:3456::1]", "10.0.0.1:9090", "http://[::ffff:10.0.0.1]" })
    void loopbackAndPrivateAddressesMayBeAsked(String typed) throws UnknownHostException {
        ask(guard(USUAL), typed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "http://169.254.169.254/latest/meta-data | link-local", "http://169.254.0.1 | link-local",
        "http://[fe80::1] | link-local", "http://[fe80::1%25eth0] | zone",
        "http://[fd00:ec2::254] | metadata", "http://[fd20:ce::254] | metadata",
        "http://100.100.100.200 | metadata", "http://168.63.129.16 | metadata", "http://192.0.0.192 | metadata",
        "http://metadata.google.internal/computeMetadata/v1 | metadata", "http://METADATA.Google.Internal. | metadata",
        "http://metadata | metadata", "http://instance-data | metadata",
        "http://[::ffff:169.254.169.254] | link-local", "http://[::ffff:a9fe:a9fe] | link-local",
        "http://[::169.254.169.254] | link-local", "http://[64:ff9b::a9fe:a9fe] | link-local",
        "http://[2002:a9fe:a9fe::1] | link-local", "http://[64:ff9b:1::1] | single host",
        "http://[2001:0:4136:e378:8000:63bf:3fff:fdd2] | single host",
        "http://0.0.0.0 | single host", "http://0.1.2.3 | single host", "http://[::] | single host",
        "http://224.0.0.1 | single host", "http://255.255.255.255 | single host", "http://[ff02::1] | single host",
        "http://[fec0::1] | single host",
        "http://2852039166 | plain numbers", "http://0xa9fea9fe | plain numbers", "http://127.1 | none",
        "http://0251.0376.0251.0376 | none", "http://169.254.43518 | none", "http://0x7f.0.0.1 | none",
        "http://1.2.3.256 | none", "http://010.0.0.1 | plain numbers",
        "http://user@127.0.0.1 | user", "http://user:secret@127.0.0.1 | user", "http://127.0.0.1@10.0.0.1 | user",
        "ftp://127.0.0.1 | ftp", "file:///etc/passwd | file", "gopher://127.0.0.1 | gopher",
        "jar:http://127.0.0.1!/a | jar",
        "http:// | none", "http:///path | no host", "http://127.0.0.1:0 | port 0",
        "http://127.0.0.1:99999 | port 99999",
        "http://exa mple | none", "http://127.0.0.1\\@8.8.8.8 | none", "http://１２７.0.0.1 | none",
        "http://8.8.8.8 | not allowed", "http://[2606:4700::1111] | not allowed", "http://172.32.0.1 | not allowed",
        "http://100.128.0.1 | not allowed" })
    void othersAreRefusedWithAReason(String typed, String why) {
        assertThatExceptionOfType(NotReached.class).isThrownBy(() -> ask(guard("loopback private"), typed))
                .satisfies(failed -> assertThat(failed.problems().getFirst().found()).contains(why));
    }

    /** What is never asked is not asked for being allowed. */
    @ParameterizedTest
    @ValueSource(strings = { "169.254.0.0/16", "metadata.google.internal", "public private loopback", "*.internal",
        "0.0.0.0/0", "::/0 0.0.0.0/0" })
    void nothingAllowsMetadata(String allow) {
        for (String typed : new String[]{ "http://169.254.169.254", "http://metadata.google.internal",
            "http://[::ffff:169.254.169.254]", "http://[fd00:ec2::254]" }) {
            assertThatExceptionOfType(NotReached.class).isThrownBy(() -> ask(guard(allow, "169.254.169.254"), typed));
        }
    }

    @Test
    void aNameIsJudgedByWhatItLeadsTo() throws UnknownHostException {
        ask(guard(USUAL, "10.0.0.7"), "http://prometheus.internal");
        assertThatThrownBy(() -> ask(guard(USUAL, "93.184.216.34"), "http://prometheus.internal"))
                .hasMessageContaining("not allowed").hasMessageContaining("93.184.216.34");
    }

    @Test
    void anAddressIsJudgedWithoutConnectingAndANameNobodyKnowsIsNotRefused() {
        Guard nobody = new Guard(USUAL, host -> {
            throw new UnknownHostException(host);
        });
        assertThat(nobody.knows(nobody.address("https://hooks.example.com/a"))).isFalse();
        assertThat(guard(USUAL).knows(guard(USUAL).address("http://[::1]:9/a"))).isTrue();
        Guard outside = guard(USUAL, "93.184.216.34");
        assertThatThrownBy(() -> outside.knows(outside.address("https://hooks.example.com/a")))
                .isInstanceOf(NotReached.class).hasMessageContaining("not allowed");
        assertThatThrownBy(() -> nobody.knows(nobody.address("http://metadata.google.internal")))
                .hasMessageContaining("metadata");
    }

    @Test
    void oneBadAddressSpoilsAName() {
        assertThatThrownBy(() -> ask(guard(USUAL, "10.0.0.7", "169.254.169.254"), "http://prometheus.internal"))
                .hasMessageContaining("link-local");
    }

    @Test
    void aNameThatIsAllowedMayLeadAnywhereButToWhatIsNeverAsked() throws UnknownHostException {
        ask(guard("registry.example.com, *.corp.example", "93.184.216.34"), "https://registry.example.com/v2/");
        ask(guard("registry.example.com, *.corp.example", "10.1.1.1"), "https://a.b.corp.example");
        assertThatThrownBy(() -> ask(guard("*.corp.example", "10.1.1.1"), "https://corp.example"))
                .hasMessageContaining("not allowed");
        assertThatThrownBy(() -> ask(guard("*.corp.example", "10.1.1.1"), "https://evilcorp.example"))
                .hasMessageContaining("not allowed");
        assertThatThrownBy(() -> ask(guard("registry.example.com", "169.254.169.254"), "https://registry.example.com"))
                .hasMessageContaining("link-local");
    }

    @Test
    void anOperatorMayAllowRangesAndNothing() throws UnknownHostException {
        ask(guard("8.8.8.0/24, 2606:4700::/32"), "http://8.8.8.8");
        ask(guard("8.8.8.0/24, 2606:4700::/32"), "http://[2606:4700::1111]");
        ask(guard("public"), "http://8.8.8.8");
        assertThatThrownBy(() -> ask(guard("public"), "http://127.0.0.1")).hasMessageContaining("not allowed");
        assertThatThrownBy(() -> ask(guard(""), "http://127.0.0.1")).hasMessageContaining("nothing");
        assertThatThrownBy(() -> guard("http://x y")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tare.live.allow");
    }

    @Test
    void aPasswordInAnAddressIsNeverRepeated() {
        assertThatExceptionOfType(NotReached.class)
                .isThrownBy(() -> guard(USUAL).address("http://admin:hunter2@127.0.0.1:9090/x"))
                .satisfies(failed -> {
                    assertThat(failed).hasMessageNotContaining("hunter2");
                    assertThat(failed.problems().toString()).doesNotContain("hunter2");
                });
    }

    @Test
    void credentialsNeverShowInText() {
        LiveRequest request = new LiveRequest("prometheus", "http://h", "", "", null, null, "", null, "s3cret", "u",
                "hunter2", false);
        assertThat(request + " " + request.credentials()).doesNotContain("s3cret").doesNotContain("hunter2");
    }
}
