package dev.tare.engine.finding;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.Facts.Tag;
import dev.tare.engine.Sentence.Unit;
import dev.tare.engine.Sentence;
import dev.tare.engine.Service;
import java.util.List;

/** Work by a timetable that is shipped as an image, or stays up in between. Starts it from a timer instead. */
final class ScheduledJob implements Pattern {
    private static final List<Part> LINES = List.of(Part.values());

    @Override
    public String code() {
        return "scheduled-job";
    }

    @Override
    public String title() {
        return "Scheduled job in an image";
    }

    @Override
    public Outcome look(Look look) {
        List<Integer> jobs = look.all(s -> look.facts(s).scheduled() && shipsAnImage(look, s));
        if (jobs.isEmpty()) {
            return CLEAR;
        }
        List<Integer> up = jobs.stream().filter(s -> look.service(s).replicas() != 0).toList();
        Sentence.Draft evidence = Sentence.of(look.names(jobs) + (jobs.size() == 1 ? " runs" : " run")
                + " by a timetable and ship" + (jobs.size() == 1 ? "s" : "") + " as an image");
        double image = jobs.stream().map(look::service).mapToDouble(Service::imageCompressed)
                .filter(bytes -> bytes > 0).sum();
        if (image > 0) {
            evidence.say(" of ").figure(image, Unit.BYTES);
        }
        evidence.say(up.isEmpty() ? "." : ", and ").say(up.isEmpty()
                ? ""
                : look.names(up)
                        + (up.size() == 1 ? " stays" : " stay") + " up in between.");
        return found(jobs, evidence,
                Look.most(look.saving(Changed.without(look.graph, up), look.today, LINES), look.carried(up)), LINES,
                Sentence.of("Start " + (jobs.size() == 1 ? "it" : "them")
                        + " from a timer on a machine that runs anyway, shipping the program alone."));
    }

    private static boolean shipsAnImage(Look look, int service) {
        return look.facts(service).tag() != Tag.UNKNOWN || look.service(service).imageCompressed() > 0
                || look.subject.orchestrated();
    }
}
