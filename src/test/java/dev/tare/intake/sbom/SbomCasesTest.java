package dev.tare.intake.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.intake.ReaderCases;
import dev.tare.intake.Cases;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spdx.library.ListedLicenses;

/** Every folder of {@code intake/sbom} is a case; whatever happens to its files, they are read or refused. */
class SbomCasesTest extends ReaderCases {
    SbomCasesTest() {
        super("sbom", new SbomReader());
    }

    @Test
    void asksNobodyOutsideForTheNamesOfLicences() throws IOException {
        Cases.check(root.resolve("spdx-json"), new SbomReader());
        List<URI> asked = new ArrayList<>();
        ProxySelector usual = ProxySelector.getDefault();
        ProxySelector.setDefault(remembering(asked));
        try {
            assertThat(ListedLicenses.resetListedLicenses().getSpdxListedLicenseIds()).contains("MIT");
        } finally {
            ProxySelector.setDefault(usual);
        }
        assertThat(asked).isEmpty();
    }

    private static ProxySelector remembering(List<URI> asked) {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                asked.add(uri);
                return List.of(Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {
                asked.add(uri);
            }
        };
    }
}
