package dev.tare.estate;

import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.Preset;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.EstateCost;
import dev.tare.estate.EstateDocument.External;
import dev.tare.estate.EstateDocument.Lock;
import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.estate.EstateDocument.SavedShape;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Team;
import dev.tare.estate.EstateDocument.Today;
import dev.tare.site.Invalid;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one place that says what an estate document must be. */
final class DocumentCheck {
    private final EstateDocument document;
    private final Catalogue catalogue;
    private final Checks checks = new Checks();
    private final ServiceNames names;

    private DocumentCheck(EstateDocument document, Catalogue catalogue) {
        this.document = document;
        this.catalogue = catalogue;
        this.names = new ServiceNames(document.services());
    }

    /**
     * The document with every service called by its own name, and every team that a service names in the list of teams.
     *
     * @throws Invalid when anything is wrong, naming each place
     */
    static EstateDocument checked(EstateDocument document, Catalogue catalogue) {
        DocumentCheck check = new DocumentCheck(document, catalogue);
        check.all();
        List<Invalid.Problem> problems = check.checks.problems();
        if (!problems.isEmpty()) {
            throw new Invalid(summary(problems), problems);
        }
        return Canonical.of(document, check.names);
    }

    private static String summary(List<Invalid.Problem> problems) {
        Invalid.Problem first = problems.getFirst();
        String more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
        return "The estate is wrong at " + first.path() + ": expected " + first.expected() + ", found '" + first.found()
                + "'" + more + ".";
    }

    private void all() {
        estate();
        ShapeCheck shapes = new ShapeCheck(checks, catalogue, names);
        shapes.today(At.ROOT.field("today"), document.today());
        each("shapes", document.shapes(), shapes::saved);
        checks.unique("shapes", "name", document.shapes(), SavedShape::name);
        each("teams", document.teams(), this::team);
        checks.unique("teams", "name", document.teams(), Team::name);
        each("services", document.services(), this::service);
        checks.unique("services", "name", document.services(), Service::name);
        each("calls", document.calls(), this::call);
        each("entries", document.entries(), this::entry);
        checks.unique("entries", "service", document.entries(), Entry::service);
        each("external", document.external(), this::external);
        checks.unique("external", "host", document.external(), External::host);
        each("costs", document.costs(), this::cost);
        Set<Set<String>> locked = new HashSet<>();
        each("locks", document.locks(), (at, lock) -> lock(at, lock, locked));
    }

    interface Check<T> {
        void at(At at, T value);
    }

    private static <T> void each(String list, List<T> values, Check<T> check) {
        each(At.ROOT, list, values, check);
    }

    static <T> void each(At parent, String list, List<T> values, Check<T> check) {
        for (int i = 0; i < values.size(); i++) {
            check.at(parent.item(list, i), values.get(i));
        }
    }

    private void estate() {
        String version = document.tare();
        if (version != null && !version.equals(EstateDocument.VERSION)) {
            checks.wrong(At.ROOT.field("tare"), EstateDocument.VERSION, version);
        }
        checks.name(At.ROOT.field("name"), document.name());
        checks.oneOf(At.ROOT.field("currency"), document.currency(), catalogue.currencies());
    }

    private void team(At at, Team team) {
        checks.name(at.field("name"), team.name());
        checks.number(at.field("engineers"), team.engineers());
        checks.number(at.field("monthlyBudget"), team.monthlyBudget());
    }

    private void service(At at, Service service) {
        new ServiceCheck(checks, at).check(service);
    }

    private void call(At at, Call call) {
        known(at.field("from"), call.from());
        known(at.field("to"), call.to());
        checks.oneOf(at.field("kind"), call.kind(), Terms.CALL);
        checks.oneOf(at.field("mode"), call.mode(), Terms.MODE);
        checks.number(at.field("perRequest"), call.perRequest());
        checks.number(at.field("requestBytes"), call.requestBytes());
        checks.number(at.field("responseBytes"), call.responseBytes());
        checks.number(at.field("p50"), call.p50());
        checks.number(at.field("p99"), call.p99());
        checks.rising(at.field("p99"), call.p50(), call.p99(), "not less than p50");
        checks.count(at.field("observedCalls"), call.observedCalls());
        each(at, "provenance", call.provenance(), (place, one) -> provenance(checks, place, one));
    }

    private void entry(At at, Entry entry) {
        known(at.field("service"), entry.service());
        checks.number(at.field("meanPerSecond"), entry.meanPerSecond());
        checks.number(at.field("peakPerSecond"), entry.peakPerSecond());
        checks.rising(at.field("peakPerSecond"), entry.meanPerSecond(), entry.peakPerSecond(),
                "not less than the mean");
    }

    private void external(At at, External external) {
        checks.name(at.field("host"), external.host());
        each(at, "from", external.from(), this::known);
    }

    private void cost(At at, EstateCost cost) {
        checks.text(at.field("category"), cost.category());
        checks.amount(at.field("monthly"), cost.monthly());
        checks.text(at.field("source"), cost.source());
    }

    /** Two services of this estate, and one lock for any two. */
    private void lock(At at, Lock lock, Set<Set<String>> locked) {
        known(at.field("service"), lock.service());
        known(at.field("other"), lock.other());
        if (lock.keep() == null) {
            checks.wrong(at.field("keep"), String.join(" or ", Terms.KEEP), null);
        }
        checks.oneOf(at.field("keep"), lock.keep(), Terms.KEEP);
        checks.text(at.field("reason"), lock.reason());
        String service = names.resolve(lock.service());
        String other = names.resolve(lock.other());
        if (service != null && service.equals(other)) {
            checks.wrong(at.field("other"), "another service than the first", lock.other());
        } else if (service != null && other != null && !locked.add(Set.of(service, other))) {
            checks.wrong(at.field("other"), "a service that no other lock sets apart from or together with "
                    + lock.service(), lock.other());
        }
    }

    static void provenance(Checks checks, At at, Provenance provenance) {
        checks.text(at.field("format"), provenance.format());
        checks.text(at.field("file"), provenance.file());
        checks.text(at.field("detail"), provenance.detail());
    }

    private void known(At at, @Nullable String service) {
        if (names.resolve(service) == null) {
            checks.wrong(at, "the name of a service in this estate", service);
        }
    }
}
