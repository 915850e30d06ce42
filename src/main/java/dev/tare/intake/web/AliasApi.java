package dev.tare.intake.web;

import dev.tare.estate.Change.Step;
import dev.tare.intake.Aliases.Standing;
import dev.tare.intake.Aliases;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Services that look like one, for programs. */
@Tag(name = "Names", description = "Services known by several names, joined into one.")
@RestController
@RequestMapping("/api/v1/estates/{slug}/aliases")
class AliasApi {
    private final Aliases aliases;

    AliasApi(Aliases aliases) {
        this.aliases = aliases;
    }

    /** Answers, by the ids of proposals. */
    record Said(@Nullable List<String> accept, @Nullable List<String> refuse) {}

    /** What stays of a join that was taken back, because it was edited since. */
    record TakenBack(List<Step> kept) {}

    @GetMapping
    Standing standing(@PathVariable String slug) {
        return aliases.standing(slug);
    }

    @PostMapping
    Standing decide(@PathVariable String slug, @RequestBody Said said) {
        aliases.decide(slug, set(said.accept()), set(said.refuse()));
        return aliases.standing(slug);
    }

    @DeleteMapping("/{id}")
    TakenBack takeBack(@PathVariable String slug, @PathVariable String id) {
        return new TakenBack(aliases.takeBack(slug, id));
    }

    private static Set<String> set(@Nullable List<String> ids) {
        return ids == null ? Set.of() : new HashSet<>(ids);
    }
}
