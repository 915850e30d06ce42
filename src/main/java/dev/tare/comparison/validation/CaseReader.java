package dev.tare.comparison.validation;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Grouping;
import dev.tare.comparison.Question.Ask;
import dev.tare.comparison.validation.CaseFile.FigureEntry;
import dev.tare.comparison.validation.CaseFile.ScenarioEntry;
import dev.tare.comparison.validation.CaseFile.ToleranceEntry;
import dev.tare.comparison.validation.PublishedCase.Expected;
import dev.tare.estate.EstateFormat;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads and checks one case's file. */
final class CaseReader {
    private static final double PERCENT = 100;

    private final String file;
    private final Catalogue catalogue;

    CaseReader(String file, Catalogue catalogue) {
        this.file = file;
        this.catalogue = catalogue;
    }

    PublishedCase read(InputStream in) throws IOException {
        try (in) {
            return checked(EstateFormat.YAML.read(in, CaseFile.class));
        } catch (BadCase bad) {
            throw bad;
        } catch (RuntimeException wrong) {
            throw new BadCase(file, wrong);
        }
    }

    private PublishedCase checked(CaseFile entry) {
        if (Stream.of(entry.estate(), entry.tree(), entry.madeUp()).filter(Objects::nonNull).count() != 1) {
            throw new BadCase(file, "expected an estate, a tree or an estate to make up");
        }
        List<Ask> scenarios = orEmpty(entry.scenarios()).stream().map(this::scenario).toList();
        List<Expected> figures = required("figures", entry.figures()).stream().map(this::figure).toList();
        List<String> levers = orEmpty(entry.levers());
        figures.stream().flatMap(figure -> figure.formula().operands().stream())
                .forEach(operand -> known(operand, scenarios, entry.estate() == null));
        Stream.concat(levers.stream(), scenarios.stream().flatMap(ask -> ask.assumptions().keySet().stream()))
                .forEach(this::assumption);
        return new PublishedCase(required("id", entry.id()), required("title", entry.title()),
                required("study", entry.study()), required("source", entry.source()),
                required("measured", entry.measured()), required("exercises", entry.exercises()),
                required("inputs", entry.inputs()), Objects.requireNonNullElse(entry.caution(), ""), entry.estate(),
                entry.tree(), madeUp(entry.madeUp()), scenarios, figures, levers);
    }

    private PublishedCase.@Nullable MadeUp madeUp(CaseFile.@Nullable MadeUp entry) {
        return entry == null
                ? null
                : new PublishedCase.MadeUp(required("made-up estate", entry.estate()), required("seed", entry.seed()));
    }

    private Ask scenario(ScenarioEntry entry) {
        Object grouping = entry.grouping();
        return new Ask(required("scenario name", entry.name()), entry.preset(),
                Objects.requireNonNullElse(entry.axes(), Map.of()), grouping == null ? null : Grouping.read(grouping),
                Objects.requireNonNullElse(entry.assumptions(), Map.of()));
    }

    private Expected figure(FigureEntry entry) {
        String name = required("figure name", entry.name());
        Formula formula = FormulaReader.read(required(name + ": formula", entry.formula()));
        return new Expected(name, Quantity.valueOf(required(name + ": unit", entry.unit()).toUpperCase(Locale.ROOT)),
                required(name + ": expected", entry.expected()),
                tolerance(name, required(name + ": tolerance", entry.tolerance())),
                required(name + ": origin", entry.origin()), formula,
                Objects.requireNonNullElse(entry.outside(), ""));
    }

    private Tolerance tolerance(String name, ToleranceEntry entry) {
        List<Tolerance> stated = Stream.of(
                Boolean.TRUE.equals(entry.exact()) ? new Tolerance.Exact() : null,
                entry.decimals() == null ? null : new Tolerance.Decimals(entry.decimals()),
                entry.percent() == null ? null : new Tolerance.Relative(entry.percent() / PERCENT),
                entry.points() == null ? null : new Tolerance.Absolute(entry.points() / PERCENT),
                entry.times() == null ? null : new Tolerance.Times(entry.times()),
                Boolean.TRUE.equals(entry.atLeast()) ? new Tolerance.AtLeast() : null,
                Boolean.TRUE.equals(entry.lessThan()) ? new Tolerance.LessThan() : null, between(entry.between()))
                .filter(Objects::nonNull).map(Tolerance.class::cast).toList();
        if (stated.size() != 1) {
            throw new BadCase(file, name + ": expected one tolerance, found " + stated.size());
        }
        return stated.getFirst();
    }

    private static Tolerance.@Nullable Between between(@Nullable List<Double> ends) {
        return ends == null ? null : new Tolerance.Between(ends.get(0), ends.get(1));
    }

    private void known(Formula operand, List<Ask> scenarios, boolean noBill) {
        if (operand instanceof Formula.LookUp lookUp) {
            assumption(lookUp.key());
        } else if (operand instanceof Formula.Read read && !noBill
                && scenarios.stream().noneMatch(ask -> ask.name().equals(read.scenario()))) {
            throw new BadCase(file, "no scenario '" + read.scenario() + "'");
        }
    }

    private void assumption(String key) {
        if (catalogue.entry(key).filter(entry -> entry.likely() != null).isEmpty()) {
            throw new BadCase(file, "no assumption '" + key + "' with a likely value");
        }
    }

    private <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new BadCase(file, name + " is missing");
        }
        return value;
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
