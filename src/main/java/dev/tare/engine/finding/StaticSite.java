package dev.tare.engine.finding;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.Range;
import dev.tare.engine.Sentence.Unit;
import dev.tare.engine.Sentence;
import java.util.List;

/** A web server that hands out files and asks nobody, placed by a scheduler. Puts the files where files are served. */
final class StaticSite implements Pattern {
    private static final List<Part> LINES = List.of(Part.values());

    @Override
    public String code() {
        return "static-site";
    }

    @Override
    public String title() {
        return "Static site in an orchestrator";
    }

    @Override
    public Outcome look(Look look) {
        List<Integer> sites = look.running(s -> look.facts(s).serves() && look.topology.fanOut(s) == 0
                && look.facts(s).stores().isEmpty());
        return !look.subject.orchestrated() || sites.isEmpty() ? CLEAR : sites(look, sites);
    }

    private Outcome sites(Look look, List<Integer> sites) {
        double price = look.threshold(Threshold.STATIC_HOSTING) * sites.size();
        Range saving = Look.most(look.saving(Changed.without(look.graph, sites), look.today, LINES, price),
                look.carried(sites));
        double replicas = sites.stream().mapToDouble(look::replicas).sum();
        return found(sites,
                Sentence.of(look.names(sites) + (sites.size() == 1 ? " hands" : " hand")
                        + " out files and call no service, in ").count(Math.round(replicas), "replica")
                        .say(" that a scheduler places; they carry ").figure(look.carried(sites), Unit.MONEY)
                        .say(" of tare a month."),
                saving, LINES, Sentence.of("Publish the files from object storage or a plain web server, for ")
                        .figure(price, Unit.MONEY).say(" a month."));
    }
}
