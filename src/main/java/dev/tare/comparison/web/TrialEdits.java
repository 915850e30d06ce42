package dev.tare.comparison.web;

import dev.tare.catalogue.Axis;
import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.UnfitFigure;
import dev.tare.estate.Changes;
import dev.tare.estate.EstateDocument;
import dev.tare.site.Invalid.Problem;
import dev.tare.site.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What somebody does to a scenario, as the fields of an address say it: {@code do=move&service=cart&to=unit:web},
 * {@code into=unit:web} for the services that are ticked, {@code split=web}, {@code group=one-each}, and any number of
 * {@code rate}, {@code rate.web}, {@code replicas.cart}, {@code base.cart}, {@code axis.wiring}, {@code set.price.x},
 * where nothing takes a change back.
 */
final class TrialEdits {
    private static final List<String> PREFIXES = List.of("rate.", "replicas.", "base.", "axis.", "set.");
    private static final List<String> DEEDS = List.of("do", "into", "split", "group");

    private final Catalogue catalogue;
    private final EstateDocument estate;
    private final MultiValueMap<String, String> asked;
    private final List<Problem> problems = new ArrayList<>();

    TrialEdits(Catalogue catalogue, EstateDocument estate, MultiValueMap<String, String> asked) {
        this.catalogue = catalogue;
        this.estate = estate;
        this.asked = asked;
    }

    /** Whether anything is to be done. */
    boolean any() {
        return asked.keySet().stream().anyMatch(key -> DEEDS.contains(key) || isChange(key));
    }

    List<Problem> problems() {
        return problems;
    }

    /** What comes of it; fields that cannot stand change nothing. */
    Trial on(Trial before) {
        Trial trial = before.with(moved(before.board()));
        for (String key : asked.keySet()) {
            if (isChange(key)) {
                trial = changed(trial, key, text(key));
            }
        }
        return trial;
    }

    private static boolean isChange(String key) {
        return key.equals("rate") || PREFIXES.stream().anyMatch(key::startsWith);
    }

    private Board moved(Board board) {
        List<String> services = asked.getOrDefault("service", List.of());
        if (asked.containsKey("into")) {
            return board.move(services, text("into"));
        }
        if (asked.containsKey("split")) {
            return board.split(text("split"));
        }
        if (asked.containsKey("group")) {
            return grouped(board, text("group"));
        }
        return text("do").equals("move") ? board.move(services, text("to")) : board;
    }

    private Board grouped(Board board, String word) {
        return switch (word) {
            case "all-in-one" -> board.move(board.services(), Board.ALONE).move(board.services(), Board.NEW);
            case "per-team" -> new Board(board.services(), teams());
            default -> board.move(board.services(), Board.ALONE);
        };
    }

    private Map<String, List<String>> teams() {
        Map<String, List<String>> teams = new LinkedHashMap<>();
        for (EstateDocument.Service service : estate.services()) {
            String team = service.team();
            if (team != null && !team.isBlank()) {
                teams.computeIfAbsent(team, _ -> new ArrayList<>()).add(service.name());
            }
        }
        return teams;
    }

    private Trial changed(Trial trial, String key, String typed) {
        String name = key.substring(key.indexOf('.') + 1);
        if (key.startsWith("axis.")) {
            return Axis.of(name).isPresent() && !typed.isEmpty() ? trial.with(name, typed) : trial;
        }
        if (key.startsWith("set.")) {
            return assuming(trial, name.isEmpty() ? text("key") : name, typed);
        }
        Changes changes = trial.shape().changed();
        if (key.startsWith("base.")) {
            return trial.with(trial.shape().withChanges(
                    changes.withBaseImage(name, typed.isEmpty() || !fits(key, typed) ? null : typed)));
        }
        Quantity kind = key.startsWith("rate.") ? Quantity.RATE : key.equals("rate") ? Quantity.TIMES : Quantity.NUMBER;
        return number(trial, key, typed, kind, count -> key.equals("rate")
                ? changes.withRate(count == null || count == 1 ? null : count)
                : key.startsWith("rate.") ? changes.withRate(name, count) : changes.withReplicas(name, count));
    }

    private Trial number(Trial trial, String key, String typed, Quantity kind,
            Function<@Nullable Double, Changes> change) {
        OptionalDouble count = kind.parse(typed);
        if (typed.isEmpty()) {
            return trial.with(trial.shape().withChanges(change.apply(null)));
        }
        if (count.isEmpty() || !(count.getAsDouble() >= 0)) {
            problems.add(Problem.at(key, kind.expected(), typed));
            return trial;
        }
        return trial.with(trial.shape().withChanges(change.apply(count.getAsDouble())));
    }

    private Trial assuming(Trial trial, String key, String typed) {
        try {
            return key.isEmpty()
                    ? trial
                    : trial.assuming(key, typed.isEmpty() ? null : Typed.read(key, typed, catalogue));
        } catch (UnfitFigure unfit) {
            problems.add(Problem.at("set." + key, unfit.expected(), typed));
            return trial;
        }
    }

    /** A known image, or bytes. */
    private boolean fits(String key, String typed) {
        boolean known = catalogue.software().knownImages().stream().anyMatch(each -> each.pattern().equals(typed))
                || catalogue.software().image(typed).isPresent();
        if (!known && Quantity.BYTES.parse(typed).isEmpty()) {
            problems.add(Problem.at(key, "a known image such as alpine:3, or bytes such as 30 MB", typed));
            return false;
        }
        return true;
    }

    /** The last of the values of a field: what is typed beside a list stands after it. */
    private String text(String key) {
        return asked.getOrDefault(key, List.of()).stream().filter(value -> value != null && !value.isBlank())
                .reduce((_, last) -> last).orElse("").strip();
    }
}
