package dev.tare.comparison;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Models.Model;
import dev.tare.comparison.Question.Ask;
import dev.tare.engine.Assumptions;
import dev.tare.engine.Findings;
import dev.tare.engine.Subject;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.estate.Estates.State;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;

/** Finds patterns in what runs today, and remembers them for as long as the estate stays as it is and the day lasts. */
@Service
public class Diagnosis {
    private static final int REMEMBERED = 64;

    private final Catalogue catalogue;
    private final Weighing weighing;
    private final Clock clock;
    private final Remembered<Key, Found> known = new Remembered<>(REMEMBERED);

    /** Looks as of this clock's day. */
    public Diagnosis(Catalogue catalogue, Weighing weighing, Clock clock) {
        this.catalogue = catalogue;
        this.weighing = weighing;
        this.clock = clock;
    }

    private record Key(State estate, Ask ask, LocalDate day) {}

    /**
     * What was found, US dollars.
     *
     * @param usdPerUnit US dollars for one of the estate's currency
     */
    public record Found(Findings findings, String currency, double usdPerUnit) {}

    /** The patterns in today's estate. */
    public Found of(Snapshot estate) {
        return of(estate, Ask.today());
    }

    /** The same with figures of one's own in place of the catalogue's. */
    public Found of(Snapshot estate, Ask ask) {
        Key key = new Key(estate.state(), ask, LocalDate.now(clock));
        return known.of(key, () -> look(estate, ask, key.day()));
    }

    private Found look(Snapshot estate, Ask ask, LocalDate day) {
        Model model = weighing.model(estate);
        Asked asked = new Resolution(catalogue, estate.document(), model.mapping()).all(Question.of(List.of(ask)))
                .getFirst();
        Assumptions assumptions = catalogue.assumptions().with(asked.fixed());
        double[] carriers = model.engine().weigh(asked.scenario(), assumptions).carriers();
        Subject subject = new Subject(model.graph(), assumptions, asked.scenario(), carriers,
                model.mapping().facts(estate.document(), day), orchestrated(asked),
                OneStep.from(catalogue, asked, model.graph()));
        return new Found(Findings.in(subject), Weighing.currency(estate.document()), asked.usdPerUnit());
    }

    private static boolean orchestrated(Asked asked) {
        return asked.options().stream().anyMatch(option -> option.tags().contains("cluster"));
    }
}
