package dev.tare.comparison;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Looking.Seen;
import dev.tare.comparison.Models.Model;
import dev.tare.comparison.Sampling.Effort;
import dev.tare.engine.Assumptions;
import dev.tare.engine.Bill;
import dev.tare.engine.Measure;
import dev.tare.engine.Percentiles;
import dev.tare.engine.Range;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.estate.Estates.State;
import dev.tare.site.Invalid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;

/** Answers questions about estates, and remembers the answers for as long as the estate stays as it is. */
@Service
public class Weighing {
    private static final int REMEMBERED = 256;

    private final Catalogue catalogue;
    private final Models models;
    private final Sampling sampling;
    private final Remembered<Key, Answer> answers = new Remembered<>(REMEMBERED);

    /** Weighs by the coefficients of this catalogue. */
    public Weighing(Catalogue catalogue) {
        this.catalogue = catalogue;
        models = new Models(catalogue);
        sampling = new Sampling(catalogue.assumptions());
    }

    private record Key(State estate, Question question) {}

    /**
     * The bills of every scenario asked for.
     *
     * @throws Invalid when the question does not fit the estate or the catalogue, or the calls multiply without end
     */
    public Answer weigh(Snapshot estate, Question question) {
        return answers.of(new Key(estate.state(), question),
                () -> answer(estate, question));
    }

    /** How a scenario stands before it is weighed; {@link Invalid} where it does not fit the estate. */
    public Laid laid(Snapshot estate, Question.Ask ask) {
        Model model = models.of(estate);
        Problems problems = new Problems();
        AskedShape shapes = new AskedShape(catalogue, model.estate(), model.mapping(), problems);
        Question.Ask whole = shapes.whole(ask, "");
        Map<String, String> axes = shapes.axes(whole, "");
        Grouping grouping = shapes.grouping(whole, "");
        problems.refuse("This scenario does not fit the estate.");
        return new Laid(axes, Units.of(grouping, model.estate(), shapes::position));
    }

    /** An estate laid out, for those who weigh one change after another. */
    Model model(Snapshot estate) {
        return models.of(estate);
    }

    /** The same as a scenario takes it to be. */
    Model model(Snapshot estate, Asked asked) {
        return models.of(estate, asked);
    }

    /** p99 of the first scenario asked for, worked out without drawing; nothing where that would take seconds. */
    public OptionalDouble convolvedP99(Snapshot estate, Question question) {
        Model model = models.of(estate);
        Asked asked = new Resolution(catalogue, model.estate(), model.mapping()).all(question).getFirst();
        double[] values = asked.fixedIn(catalogue.assumptions().likely());
        return models.of(estate, asked).engine().convolved(asked.scenario(), values).stream()
                .mapToDouble(Percentiles::p99).findFirst();
    }

    /** Scenarios as they are asked, money put right by what is billed where that is wanted. */
    List<Asked> asked(Model model, Question question) {
        List<Asked> modelled = new Resolution(catalogue, model.estate(), model.mapping()).all(question);
        double by = question.calibrated()
                ? Calibration.orRefuse(Calibration.of(model, today(model, modelled), catalogue.assumptions()))
                : 1;
        return modelled.stream().map(each -> each.calibrated(by)).toList();
    }

    private Answer answer(Snapshot snapshot, Question question) {
        Model model = models.of(snapshot);
        EstateDocument estate = model.estate();
        List<Asked> modelled = new Resolution(catalogue, estate, model.mapping()).all(question);
        Optional<Asked> runs = today(model, modelled);
        OptionalDouble calibration = Calibration.of(model, runs, catalogue.assumptions());
        double by = question.calibrated() ? Calibration.orRefuse(calibration) : 1;
        List<Asked> asked = modelled.stream().map(each -> each.calibrated(by)).toList();
        Effort effort = Effort.affordable(question.draws(), asked.size(), estate.services().size());
        List<Model> each = asked.stream().map(one -> models.of(snapshot, one)).toList();
        List<Sample> samples = sampling.of(each, asked, question, effort);
        Start start = new Start(runs, model, calibration);
        List<Answer.Weighed> weighed = IntStream.range(0, asked.size())
                .mapToObj(i -> weighed(each.get(i), asked.get(i), samples.get(i), start)).toList();
        Question answered = question.drawn(effort.draws());
        return new Answer(currency(estate), answered, weighed, comparisons(weighed, samples),
                looked(each, answered, asked, samples));
    }

    /** What runs now, what weighs it, and how far that is off what is billed. */
    private record Start(Optional<Asked> runs, Model model, OptionalDouble calibration) {}

    private List<Looked> looked(List<Model> models, Question question, List<Asked> asked, List<Sample> samples) {
        Map<String, Seen> seen = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            seen.put(asked.get(i).ask().name(), new Seen(models.get(i).engine(), asked.get(i), samples.get(i)));
        }
        Looking looking = new Looking(catalogue, sampling.draws(question.draws(), question.seed()));
        return question.looks().stream().map(look -> looking.at(look, Objects.requireNonNull(seen.get(look.a())),
                look.b() == null ? null : Objects.requireNonNull(seen.get(look.b())))).toList();
    }

    /** What runs now, which is where a move starts; nothing where what the estate states of it cannot stand. */
    private Optional<Asked> today(Model model, List<Asked> asked) {
        Optional<Asked> among = asked.stream().filter(Asked::runs).findFirst();
        if (among.isPresent()) {
            return among;
        }
        try {
            return new Resolution(catalogue, model.estate(), model.mapping())
                    .all(Question.of(List.of(Question.Ask.today()))).stream().findFirst();
        } catch (Invalid _) {
            return Optional.empty();
        }
    }

    private Answer.Weighed weighed(Model model, Asked asked, Sample sample, Start start) {
        Assumptions assumptions = catalogue.assumptions().with(asked.fixed());
        Bill bill = InCurrency.of(currency(model.estate()), asked)
                .bill(model.engine().weigh(asked.scenario(), assumptions));
        return new Answer.Weighed(asked.ask(), asked.shapeName(), asked.options(), asked.grouping(),
                asked.scenario().units(), asked.runs(), bill, Outlook.of(sample),
                GivesOf.scenario(catalogue, model, asked, start.runs(), start.model().engine()),
                asked.runs() ? start.calibration() : OptionalDouble.empty());
    }

    private static List<Answer.Comparison> comparisons(List<Answer.Weighed> weighed, List<Sample> samples) {
        List<Answer.Comparison> comparisons = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            List<double[]> gross = samples.stream().map(sample -> sample.gross(measure)).toList();
            for (int a = 0; a < weighed.size(); a++) {
                for (int b = a + 1; b < weighed.size(); b++) {
                    double less = gross.get(a).length > 0 && gross.get(b).length > 0
                            ? Chance.ofDraws(gross.get(a), gross.get(b))
                            : Chance.ofBounds(gross(weighed.get(a), measure), gross(weighed.get(b), measure));
                    comparisons.add(new Answer.Comparison(weighed.get(a).name(), weighed.get(b).name(), measure, less));
                }
            }
        }
        return comparisons;
    }

    private static Range gross(Answer.Weighed weighed, Measure measure) {
        return Amounts.of(weighed.bill().gross(), measure);
    }

    /** The estate's currency; US dollars when it states none. */
    static String currency(EstateDocument estate) {
        String stated = estate.currency();
        return stated == null || stated.isBlank() ? "USD" : stated;
    }
}
