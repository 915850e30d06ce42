package dev.tare.site;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Over a real connection, for part of what can go wrong never reaches a controller. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.servlet.multipart.max-file-size=10KB")
@Import(ErrorAnswersTest.Failing.class)
@ExtendWith(OutputCaptureExtension.class)
class ErrorAnswersTest {
    @Autowired
    private ServletWebServerApplicationContext server;

    private final HttpClient http = HttpClient.newHttpClient();

    @Value("${local.server.port}")
    private int port;

    @ParameterizedTest
    @CsvSource({ "not-found, 404", "unreadable, 400", "conflict, 409", "invalid, 422", "boom, 500" })
    void tellsAProgramAsProblemDetail(String kind, int status) throws Exception {
        HttpResponse<String> answer = get("/api/v1/failing/" + kind, "*/*");
        JsonNode problem = problem(answer, status);
        assertThat(problem.at("/type").asString()).isNotEmpty();
        assertThat(problem.at("/title").asString()).isNotEmpty();
        assertThat(problem.at("/detail").asString()).isNotEmpty();
        assertThat(problem.at("/instance").asString()).isEqualTo("/api/v1/failing/" + kind);
    }

    @ParameterizedTest
    @CsvSource({ "not-found, 404, There is nothing here", "unreadable, 400, That did not work",
        "conflict, 409, Someone else was faster",
        "invalid, 422, services[3].cpu", "boom, 500, That was our fault" })
    void tellsAPersonAsPage(String kind, int status, String words) throws Exception {
        HttpResponse<String> answer = get("/failing/" + kind, "text/html,*/*;q=0.8");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(answer.body()).contains(words, "<main id=\"content\"", "All estates");
    }

    @Test
    void carriesEachWrongPlace() throws Exception {
        JsonNode error = problem(get("/api/v1/failing/invalid", "*/*"), 422).at("/errors/0");
        assertThat(error.toString()).isEqualTo(
                "{\"file\":\"shop.yaml\",\"line\":12,\"path\":\"services[3].cpu\",\"expected\":\"a number\",\"found\":\"many\"}");
    }

    @Test
    void carriesTheCurrentVersionOfAConflict() throws Exception {
        assertThat(problem(get("/api/v1/failing/conflict", "*/*"), 409).at("/currentVersion").asString())
                .isEqualTo("7");
    }

    /** Tomcats that share a process are numbered, "Tomcat-1" and so on; the program runs one, which is not. */
    @BeforeEach
    void hearThisTomcatAsTheOnlyOne() {
        LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
        String name = "org.apache.catalina.core.ContainerBase.[%s].[localhost].[/].[dispatcherServlet]";
        Level level = loggers.getLogger(name.formatted("Tomcat")).getLevel();
        String engine = ((TomcatWebServer) server.getWebServer()).getTomcat().getEngine().getName();
        loggers.getLogger(name.formatted(engine)).setLevel(level);
    }

    @Test
    void logsOurFaultOnceUnderTheReferenceTheUserSees(CapturedOutput log) throws Exception {
        for (String path : List.of("/api/v1/failing/boom", "/api/v1/failing/other")) {
            String reference = problem(get(path, "*/*"), 500).at("/reference").asString();
            assertThat(log.getAll().split("reference " + reference, -1)).as(path).hasSize(2);
        }
        HttpResponse<String> page = get("/failing/in-template", "text/html");
        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.body()).contains("Reference:").doesNotContain("half a page", "Exception");
        assertThat(log.getAll()).containsOnlyOnce("GET /failing/in-template failed");
        assertThat(log.getAll()).doesNotContain("Servlet.service()", "[THYMELEAF]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{                                  | 400 |          |                      |",
        "                                   | 400 |          |                      |",
        "{\"name\":\"a\"} x                 | 400 |          |                      |",
        "{\"nmae\":1}                       | 422 | nmae     | one of cpu, kind, name, parts | nmae",
        "{\"cpu\":\"many\"}                 | 422 | cpu      | a number             | many",
        "{\"cpu\":{}}                       | 422 | cpu      | a number             | an object",
        "{\"kind\":\"big\"}                 | 422 | kind     | one of SMALL, LARGE  | big",
        "{\"parts\":{}}                     | 422 | parts    | a list               | an object",
        "{\"parts\":[{},{\"cpu\":[]}]}      | 422 | parts[1].cpu | a number         | a list",
        "[]                                 | 422 |          | an object            | a list",
        "{\"name\":\"refused\"}             | 422 | name     | another name         | refused" })
    void saysWhereJsonIsBrokenOrWrong(String body, int status, String path, String expected, String found)
            throws Exception {
        JsonNode problem = problem(post("/api/v1/failing", "application/json", body == null ? "" : body), status);
        if (expected != null) {
            assertThat(problem.at("/errors/0/path").asString(null)).isEqualTo(path);
            assertThat(problem.at("/errors/0/expected").asString()).isEqualTo(expected);
            assertThat(problem.at("/errors/0/found").asString(null)).isEqualTo(found);
        }
    }

    @Test
    void refusesBottomlessNesting() throws Exception {
        String body = "{\"parts\":[".repeat(100_000);
        assertThat(problem(post("/api/v1/failing", "application/json", body), 422).at("/errors/0/expected").asString())
                .contains("limits");
    }

    @Test
    void answersWhatTheFrameworkRefuses() throws Exception {
        problem(get("/api/v1/nowhere", "*/*"), 404);
        problem(get("/api/v1/working/number/many", "*/*"), 400);
        problem(get("/api/v1/working/parameter", "*/*"), 400);
        problem(get("/api/v1/working/json", "image/png"), 406);
        problem(post("/api/v1/failing", "text/csv", "a,b"), 415);
        HttpResponse<String> method = post("/api/v1/working/json", "application/json", "{}");
        problem(method, 405);
        assertThat(method.headers().firstValue("Allow").orElse("")).contains("GET");
    }

    @Test
    void answersWhatTheServerRefuses() throws Exception {
        URI address = URI.create("http://localhost:" + port + "/api/v1/working/json");
        problem(send(HttpRequest.newBuilder(address).method("FOO", BodyPublishers.noBody()).build()), 400);
        problem(post("/api/v1/working/upload", "multipart/form-data; boundary=x", "--x\r\nnonsense"), 400);
    }

    @Test
    void answersAnUploadThatIsTooLarge() throws Exception {
        String body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.yaml\"\r\n\r\n"
                + "a".repeat(5_000_000)
                + "\r\n--x--\r\n";
        problem(post("/api/v1/working/upload", "multipart/form-data; boundary=x", body), 413);
        HttpResponse<String> page = post("/working/upload", "multipart/form-data; boundary=x", body);
        assertThat(page.statusCode()).isEqualTo(413);
        assertThat(page.body()).contains("Too large", "2 GB a file");
    }

    @Test
    void answersARequestUnderAForeignName() throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write("GET /api/v1/working/json HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 403").contains("application/problem+json",
                    "answers to localhost, 127.0.0.1 and [::1], not to 'evil.example'");
        }
    }

    @Test
    void showsAPageForAnUnknownAddress() throws Exception {
        HttpResponse<String> answer = get("/nowhere", "text/html");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is nothing here", "mistyped");
    }

    private HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Accept", accept).build());
    }

    private HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)).build());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    private static JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.at("/status").asInt()).isEqualTo(status);
        return problem;
    }

    enum Kind {
        SMALL, LARGE
    }

    record Part(String name, Double cpu, Kind kind, List<Part> parts) {

        Part {
            if ("refused".equals(name)) {
                throw new Invalid("This name is taken.", List.of(Invalid.Problem.at("name", "another name", name)));
            }
        }
    }

    @Controller
    static class Failing {

        private final Map<String, RuntimeException> failures = Map.of("not-found",
                new NotFound("No estate is called 'shop'."), "unreadable",
                new Unreadable("This is not a zip."), "conflict", new Conflict("Somebody changed it.", "7"), "boom",
                new IllegalStateException("boom"), "invalid", new Invalid("Two values are wrong.", Stream.of(1, 2)
                        .map(i -> new Invalid.Problem("shop.yaml", 12, "services[3].cpu", "a number", "many"))
                        .toList()));

        @GetMapping({ "/failing/{kind}", "/api/v1/failing/{kind}" })
        String fail(@PathVariable String kind) {
            if (kind.equals("in-template")) {
                return "site/failing-page";
            }
            throw failures.getOrDefault(kind, new IllegalStateException(kind));
        }

        @PostMapping("/api/v1/failing")
        @ResponseBody
        Part read(@RequestBody Part part) {
            return part;
        }

        @GetMapping(path = "/api/v1/working/json", produces = "application/json")
        @ResponseBody
        Map<String, String> json() {
            return Map.of();
        }

        @GetMapping("/api/v1/working/number/{number}")
        @ResponseBody
        int number(@PathVariable int number) {
            return number;
        }

        @GetMapping("/api/v1/working/parameter")
        @ResponseBody
        String parameter(@RequestParam String needed) {
            return needed;
        }

        @PostMapping({ "/api/v1/working/upload", "/working/upload" })
        @ResponseBody
        String upload(@RequestParam List<org.springframework.web.multipart.MultipartFile> file) {
            return file.toString();
        }
    }
}
