package dev.tare.comparison;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Models.Model;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.Carried;
import dev.tare.engine.Draws;
import dev.tare.engine.Param;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.estate.Estates.State;
import dev.tare.site.Invalid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;

/** What the services of one team weigh as they run today, in money of the estate a month. */
@Service
public class TeamWeights {
    private static final int REMEMBERED = 128;
    private static final int DRAWS = 200;
    private static final int MOST_DRAWN = 2_000;

    private final Catalogue catalogue;
    private final Weighing weighing;
    private final Remembered<Key, TeamWeight> known = new Remembered<>(REMEMBERED);

    /** Weighs by the coefficients of this catalogue. */
    public TeamWeights(Catalogue catalogue, Weighing weighing) {
        this.catalogue = catalogue;
        this.weighing = weighing;
    }

    private record Key(State estate, String team) {}

    /** A figure at likely assumptions, and what 10, 50 and 90 of 100 draws stay below. */
    public record Figure(double likely, Quantiles drawn) {}

    /** A service of the team. */
    public record Own(String service, double net, double tare) {}

    /**
     * A team.
     *
     * @param own       its services, the dearest first
     * @param lines     its share of each part of the tare
     * @param estate    gross of the whole estate at likely assumptions
     * @param engineer  what an engineer costs a month at likely assumptions
     */
    public record TeamWeight(String currency, List<Own> own, Figure gross, Figure net, Figure tare,
            Map<Part, Figure> lines, double estate, double engineer) {}

    /**
     * What a team's services weigh; all figures are nothing for a team without any.
     *
     * @throws Invalid when the estate cannot be weighed
     */
    public TeamWeight of(Snapshot estate, String team) {
        return known.of(new Key(estate.state(), team), () -> weigh(estate, team));
    }

    private TeamWeight weigh(Snapshot estate, String team) {
        Model model = weighing.model(estate);
        Asked today = new Resolution(catalogue, estate.document(), model.mapping())
                .all(Question.of(List.of(Question.Ask.today()))).getFirst();
        int[] members = IntStream.range(0, estate.document().services().size())
                .filter(at -> team.equals(estate.document().services().get(at).team())).toArray();
        return new Team(model, today, members).weight(estate.document());
    }

    /** A team at the scales. */
    private final class Team {
        private final Model model;
        private final Asked today;
        private final int[] members;
        private final double[] likely = catalogue.assumptions().likely();
        private final List<Carried> drawn = new ArrayList<>();

        Team(Model model, Asked today, int[] members) {
            this.model = model;
            this.today = today;
            this.members = members;
        }

        TeamWeight weight(EstateDocument estate) {
            Draws draws = Draws.of(catalogue.assumptions(), estate.services().size() > MOST_DRAWN ? 1 : DRAWS,
                    Question.SEED);
            IntStream.range(0, draws.count()).forEach(draw -> drawn.add(carried(draws.values(draw))));
            Carried now = carried(likely);
            Map<Part, Figure> lines = new EnumMap<>(Part.class);
            for (Part part : Part.values()) {
                lines.put(part, figure(now, one -> of(one.tare().get(part))));
            }
            return new TeamWeight(Weighing.currency(estate), own(estate, now), figure(now, one -> net(one) + tare(one)),
                    figure(now, this::net), figure(now, this::tare), lines,
                    model.engine().gross(today.scenario(), today.fixedIn(likely)) / today.usdPerUnit(),
                    today.scenario().shape().value(Param.PEOPLE_COST, likely) / today.usdPerUnit());
        }

        private Carried carried(double[] values) {
            return model.engine().carried(today.scenario(), today.fixedIn(values));
        }

        private interface Reading {
            double of(Carried carried);
        }

        private Figure figure(Carried now, Reading reading) {
            return new Figure(reading.of(now),
                    Quantiles.of(drawn.stream().mapToDouble(reading::of).toArray()));
        }

        private double net(Carried carried) {
            return of(carried.net());
        }

        private double tare(Carried carried) {
            return carried.tare().values().stream().mapToDouble(this::of).sum();
        }

        private double of(double @org.jspecify.annotations.Nullable [] usd) {
            double sum = 0;
            for (int at : members) {
                sum += usd == null ? 0 : usd[at];
            }
            return sum / today.usdPerUnit();
        }

        private List<Own> own(EstateDocument estate, Carried now) {
            return IntStream.of(members).mapToObj(at -> new Own(estate.services().get(at).name(),
                    now.net()[at] / today.usdPerUnit(),
                    now.tare().values().stream().mapToDouble(part -> part[at]).sum() / today.usdPerUnit()))
                    .sorted(Comparator.comparingDouble(own -> -own.net() - own.tare())).toList();
        }
    }
}
