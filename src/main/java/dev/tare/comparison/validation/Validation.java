package dev.tare.comparison.validation;

import dev.tare.catalogue.Assumption;
import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.comparison.Question;
import dev.tare.comparison.Question.Ask;
import dev.tare.comparison.Weighing;
import dev.tare.comparison.validation.CaseResult.Check;
import dev.tare.comparison.validation.PublishedCase.Expected;
import dev.tare.engine.CallTree;
import dev.tare.engine.Dimension;
import dev.tare.engine.MadeUpEstate.Facts;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates.Snapshot;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Weighs published cases as any estate is weighed, and compares. */
@Service
public class Validation {
    /** Published figures are held against likely values; nothing shown is drawn. */
    private static final int DRAWS = 1;

    private final Catalogue catalogue;
    private final Weighing weighing;
    private final Map<PublishedCase.MadeUp, Facts> made = new ConcurrentHashMap<>();

    /** Weighs by this catalogue. */
    public Validation(Catalogue catalogue, Weighing weighing) {
        this.catalogue = catalogue;
        this.weighing = weighing;
    }

    /**
     * The case, with figures a reader puts in place of the catalogue's, by key and in the unit of their entry; they win
     * over what the study fixes.
     *
     * @throws dev.tare.site.Invalid when one of them is no figure
     */
    public CaseResult check(PublishedCase published, Map<String, Double> changed) {
        EstateDocument estate = published.estate();
        CallTree tree = published.tree();
        if (estate != null) {
            List<Weighed> weighed = weigh(published, estate, changed);
            return result(published, billsOf(estate, weighed), weighed, changed);
        }
        PublishedCase.MadeUp madeUp = published.madeUp();
        if (madeUp != null) {
            return result(published, new MadeUpReader(facts(madeUp))::read, List.of(), changed);
        }
        if (tree != null) {
            return result(published, new TreeReader(tree)::read, List.of(), changed);
        }
        throw new IllegalArgumentException(published.id() + " is neither an estate nor a tree, nor is one made up");
    }

    /** Made once: it depends on nothing a reader can change. */
    private Facts facts(PublishedCase.MadeUp madeUp) {
        return made.computeIfAbsent(madeUp, each -> each.estate().facts(each.seed()));
    }

    private CaseResult result(PublishedCase published, Function<Formula.Read, Reading> reader, List<Weighed> weighed,
            Map<String, Double> changed) {
        List<Check> checks = published.figures().stream().map(each -> check(each, reader, changed)).toList();
        return new CaseResult(published, checks, weighed, changed);
    }

    private List<Weighed> weigh(PublishedCase published, EstateDocument estate, Map<String, Double> changed) {
        List<Ask> asks = published.scenarios().stream().map(ask -> ask.with(changed)).toList();
        Snapshot snapshot = new Snapshot("believe/" + published.id(), 0, Instant.EPOCH, estate);
        return weighing.weigh(snapshot, new Question(asks, DRAWS, Question.SEED)).weighed();
    }

    private static Function<Formula.Read, Reading> billsOf(EstateDocument estate, List<Weighed> weighed) {
        BillReader reader = new BillReader(estate.services().stream().map(EstateDocument.Service::name).toList());
        return operand -> reader.read(operand, weighed.stream()
                .filter(each -> each.name().equals(operand.scenario())).findFirst().orElseThrow());
    }

    private Check check(Expected expected, Function<Formula.Read, Reading> bills, Map<String, Double> changed) {
        Map<Formula, Reading> readings = new LinkedHashMap<>();
        expected.formula().operands().forEach(operand -> readings.put(operand, switch (operand) {
            case Formula.Read read -> bills.apply(read);
            case Formula.LookUp lookUp -> lookUp(lookUp, changed);
            case Formula.Constant _,Formula.Joined _ -> throw new IllegalStateException("no operand: " + operand);
        }));
        return new Check(expected, value(expected.formula(), readings), List.copyOf(readings.values()));
    }

    private static double value(Formula formula, Map<Formula, Reading> readings) {
        return switch (formula) {
            case Formula.Constant constant -> constant.value();
            case Formula.Joined joined ->
                joined.operator().apply(value(joined.left(), readings), value(joined.right(), readings));
            case Formula.LookUp _,Formula.Read _ -> {
                Reading reading = readings.get(formula);
                yield reading == null ? Double.NaN : reading.value();
            }
        };
    }

    private Reading lookUp(Formula.LookUp operand, Map<String, Double> changed) {
        Assumption entry = catalogue.entry(operand.key()).orElseThrow();
        Double own = changed.get(operand.key());
        Double figure = own != null ? own : entry.likely();
        double value = figure == null ? Double.NaN : catalogue.toBase(operand.key(), figure);
        return new Reading(operand, entry.what(), value, quantity(entry), null);
    }

    private Quantity quantity(Assumption entry) {
        Dimension dimension = catalogue.dimension(entry.key());
        return switch (dimension) {
            case VCPU -> Quantity.VCPU;
            case BYTES -> Quantity.BYTES;
            case MS -> Quantity.MS;
            case USD, USD_PER_MONTH, USD_PER_EVENT -> Quantity.USD;
            case FTE -> Quantity.FTE;
            default -> entry.unit().startsWith("%") ? Quantity.SHARE : Quantity.NUMBER;
        };
    }
}
