package dev.tare.site;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** The API as a page to read, from the same description that tools read at /v3/api-docs. */
@Controller
class ApiController {
    static final String DESCRIPTION = "/v3/api-docs";

    private final OpenApiWebMvcResource description;
    private final JsonMapper json;

    ApiController(OpenApiWebMvcResource description, JsonMapper json) {
        this.description = description;
        this.json = json;
    }

    @GetMapping("/api")
    String show(HttpServletRequest request, Locale locale, Model model) throws IOException {
        byte[] written = description.openapiJson(request, DESCRIPTION, locale);
        model.addAttribute("page", ApiPage.of(json.readTree(written)));
        return "site/api";
    }
}
