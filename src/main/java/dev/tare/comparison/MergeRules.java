package dev.tare.comparison;

import dev.tare.engine.MergeQuestion.Rules;
import dev.tare.engine.MergeQuestion.Teams;
import dev.tare.engine.MergeQuestion.TimeLimit;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Lock;
import java.util.ArrayList;
import java.util.List;

/** The rules of a question about merges and those kept with the estate: services by position, money in US dollars. */
final class MergeRules {
    private final EstateDocument estate;
    private final AskedShape services;
    private final Problems problems;

    MergeRules(EstateDocument estate, AskedShape services, Problems problems) {
        this.estate = estate;
        this.services = services;
        this.problems = problems;
    }

    Rules of(AdviceQuestion question, double usdPerUnit) {
        Teams teams = new Teams(question.teams().apart(), question.teams().usdPerFurther() * usdPerUnit);
        Double memory = question.memory();
        return new Rules(teams, memory == null ? Double.POSITIVE_INFINITY : memory, times(question.times()),
                with(sets(question.apart(), "apart"), Lock.APART),
                with(sets(question.together(), "together"), Lock.TOGETHER));
    }

    private List<TimeLimit> times(List<AdviceQuestion.Slowest> asked) {
        List<TimeLimit> times = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            String entry = asked.get(i).entry();
            int service = entry == null ? TimeLimit.EVERY : services.position(entry).orElse(TimeLimit.EVERY);
            if (entry != null && !entersAt(service)) {
                problems.at("p99AtMost[" + i + "]", "a service with an entry point", entry);
            }
            times.add(new TimeLimit(service, asked.get(i).ms()));
        }
        return times;
    }

    private boolean entersAt(int service) {
        return service != TimeLimit.EVERY && estate.entries().stream()
                .anyMatch(entry -> services.position(entry.service()).orElse(TimeLimit.EVERY) == service);
    }

    private List<List<Integer>> with(List<List<Integer>> asked, String keep) {
        List<List<Integer>> all = new ArrayList<>(asked);
        estate.locks().stream().filter(lock -> lock.keep().equals(keep))
                .map(lock -> lock.services().stream().map(name -> services.position(name).orElseThrow()).toList())
                .filter(set -> !all.contains(set)).forEach(all::add);
        return all;
    }

    private List<List<Integer>> sets(List<List<String>> asked, String path) {
        List<List<Integer>> sets = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            String place = path + "[" + i + "]";
            List<Integer> set = new ArrayList<>();
            for (String service : asked.get(i)) {
                services.position(service).ifPresentOrElse(set::add,
                        () -> problems.at(place, "the name of a service of this estate", service));
            }
            if (set.size() == asked.get(i).size() && set.stream().distinct().count() < set.size()) {
                problems.at(place, "different services of this estate", String.join(",", asked.get(i)));
            }
            sets.add(set);
        }
        return sets;
    }
}
