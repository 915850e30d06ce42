package dev.tare.comparison.web;

import dev.tare.estate.EstateDocument.Lock;
import dev.tare.site.Invalid.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.util.MultiValueMap;

/** Services that somebody set to stay apart, or to stay together; an address holds them as {@code apart=a,b}. */
record Locks(List<List<String>> apart, List<List<String>> together) {
    static final Locks NONE = new Locks(List.of(), List.of());
    static final String APART = "apart";
    static final String TOGETHER = "together";

    /** Read from an address; pairs of one service are none. */
    static Locks of(MultiValueMap<String, String> asked) {
        Written written = new Written(asked);
        return new Locks(sets(written.sets(APART, "apartFrom")), sets(written.sets(TOGETHER, "togetherWith")));
    }

    private static List<List<String>> sets(List<List<String>> written) {
        Set<List<String>> sets = new LinkedHashSet<>();
        written.stream().map(set -> set.stream().filter(name -> !name.isEmpty()).distinct().toList())
                .filter(set -> set.size() > 1).forEach(sets::add);
        return List.copyOf(sets);
    }

    /** With what {@code lock}, {@code lockA} and {@code lockB} add. */
    Locks adding(MultiValueMap<String, String> asked) {
        Written written = new Written(asked);
        String kind = written.one("lock");
        String a = written.one("lockA");
        String b = written.one("lockB");
        if (kind == null || a == null || b == null || a.equals(b)) {
            return this;
        }
        return kind.equals(APART)
                ? new Locks(more(apart, List.of(a, b)), together)
                : new Locks(apart, more(together, List.of(a, b)));
    }

    private static List<List<String>> more(List<List<String>> sets, List<String> set) {
        List<List<String>> all = new ArrayList<>(sets);
        all.add(set);
        return sets(all);
    }

    /** As the fields of a form. */
    List<Hidden> fields() {
        List<Hidden> fields = new ArrayList<>();
        apart.forEach(set -> fields.add(new Hidden(APART, String.join(",", set))));
        together.forEach(set -> fields.add(new Hidden(TOGETHER, String.join(",", set))));
        return fields;
    }

    Locks withoutApart(List<String> set) {
        return new Locks(apart.stream().filter(each -> !each.equals(set)).toList(), together);
    }

    Locks withoutTogether(List<String> set) {
        return new Locks(apart, together.stream().filter(each -> !each.equals(set)).toList());
    }

    /** What names no service of the estate. */
    List<Problem> unknown(List<String> services) {
        List<Problem> problems = new ArrayList<>();
        unknown(APART, apart, services, problems);
        unknown(TOGETHER, together, services, problems);
        return problems;
    }

    private static void unknown(String field, List<List<String>> sets, List<String> services, List<Problem> problems) {
        sets.stream().flatMap(List::stream).filter(name -> !services.contains(name)).distinct()
                .forEach(name -> problems.add(Problem.at(field, "the name of a service of this estate", name)));
    }

    /** What a board breaks of these and of those kept with the estate, each in a sentence. */
    List<String> broken(Board board, List<Lock> kept) {
        Set<String> broken = new LinkedHashSet<>(broken(board));
        kept.forEach(lock -> (lock.keep().equals(APART)
                ? new Locks(List.of(lock.services()), List.of())
                : new Locks(List.of(), List.of(lock.services()))).broken(board)
                .forEach(words -> broken.add(lock.reason() == null ? words : words + " Why: " + lock.reason())));
        return List.copyOf(broken);
    }

    /** What a board breaks, each in a sentence. */
    List<String> broken(Board board) {
        List<String> broken = new ArrayList<>();
        board.units().forEach((unit, members) -> apart.stream().filter(members::containsAll)
                .forEach(set -> broken.add(String.join(" and ", set) + " are set to stay apart and share unit " + unit
                        + ".")));
        together.stream().filter(set -> board.units().values().stream().noneMatch(unit -> unit.containsAll(set)))
                .forEach(set -> broken.add(String.join(" and ", set) + " are set to stay together and do not."));
        return broken;
    }
}
