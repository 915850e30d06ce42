package dev.tare.comparison.web;

import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Summary;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The front door: an estate's weight, or a welcome where there is no estate yet. */
@Controller
class HomeController {
    private final Estates estates;

    HomeController(Estates estates) {
        this.estates = estates;
    }

    @GetMapping("/")
    String enter() {
        List<Summary> all = estates.list();
        return all.isEmpty() ? "comparison/home" : "redirect:/estates/" + all.getFirst().slug();
    }
}
