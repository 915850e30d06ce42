package dev.tare.review.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.estate.Estates;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "tare.sample=false")
class ExportsApiTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final String root;
    private final Estates estates;
    private String slug = "";

    ExportsApiTest(@LocalServerPort int port, @Autowired Estates estates) {
        this.root = "http://localhost:" + port;
        this.estates = estates;
    }

    @BeforeEach
    void aShop() {
        slug = estates.create(Parcels.paid()).slug();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(root + path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> export(String format) throws IOException, InterruptedException {
        return get("/api/v1/estates/" + slug + "/exports/" + format);
    }

    @ParameterizedTest
    @CsvSource({ "csv,text/csv,csv", "focus,text/csv,csv", "structurizr,text/plain,dsl", "dot,text/vnd.graphviz,dot",
        "mermaid,text/vnd.mermaid,mmd", "isotope,application/yaml,yaml", "weaver,application/toml,toml",
        "markdown,text/markdown,md", "json,application/json,json", "yaml,application/yaml,yaml" })
    void givesEveryFormatAsAFile(String format, String type, String extension) throws Exception {
        HttpResponse<String> answer = export(format);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(type)
                .containsIgnoringCase("charset=utf-8");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("filename=\"" + slug + "-" + format + "." + extension + "\"");
        assertThat(answer.body()).contains("frontend");
    }

    @Test
    void takesScenarios() throws Exception {
        assertThat(export("structurizr?scenario=vm-systemd&scenario=eks").body())
                .contains("deploymentEnvironment \"today\"", "deploymentEnvironment \"vm-systemd\"",
                        "deploymentEnvironment \"eks\"");
        assertThat(export("structurizr?scenario=nothing-like-it").statusCode()).isEqualTo(422);
    }

    @Test
    void saysWhatThereIsWhenAFormatIsNot() throws Exception {
        HttpResponse<String> unknown = export("visio");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(unknown.body())
                .contains("csv, dot, focus, isotope, json, markdown, mermaid, structurizr, weaver, yaml");
        assertThat(get("/api/v1/estates/nobody/exports/csv").statusCode()).isEqualTo(404);
    }

    @Test
    void pageListsThem() throws Exception {
        HttpResponse<String> page = get("/estates/" + slug + "/export");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("/exports/focus", "/exports/structurizr", "Download FOCUS");
    }
}
