package dev.tare.engine.advice;

import dev.tare.engine.Contradiction;

import dev.tare.engine.Blocker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tare.engine.Service.Isolation;
import dev.tare.engine.Blocker.Reason;
import dev.tare.engine.advice.Rules.Traits;

/** Rules laid out for searching: services of one kind may share a unit, pairs set apart may not. */
final class Constraints {
    private final Rules rules;
    private final Traits traits;
    private final int[] kind;
    private final int[][] apart;
    private final int[] finest;
    private final Contact contact;

    /** Lays the rules out; {@code calls} says which services call each other. Throws {@link Contradiction}. */
    Constraints(Rules rules, Pairs calls) {
        this.rules = rules;
        traits = rules.traits();
        kind = kinds(rules);
        apart = partners(rules);
        contact = new Contact(calls);
        finest = together(rules);
        refuseContradictions();
    }

    Rules rules() {
        return rules;
    }

    int services() {
        return kind.length;
    }

    Contact contact() {
        return contact;
    }

    /** Number shared by exactly the services whose traits allow them into one unit. */
    int kind(int service) {
        return kind[service];
    }

    double memory(int service) {
        return traits.memory()[service];
    }

    /** The services set apart by hand from this one, ascending. */
    int[] apart(int service) {
        return apart[service];
    }

    /** The finest grouping allowed: one unit each, but for sets kept together. */
    int[] finest() {
        return finest.clone();
    }

    boolean mayShare(int a, int b) {
        return kind[a] == kind[b] && Arrays.binarySearch(apart[a], b) < 0;
    }

    /** Whether the bytes fit one process that holds several services. */
    boolean fits(double memory) {
        return memory <= rules.memoryLimit() * (1 + 1e-12);
    }

    /** Whether a grouping keeps every rule but latency. */
    boolean keeps(int[] units) {
        for (int i = 0; i < units.length; i++) {
            for (int other : apart[i]) {
                if (units[i] == units[other]) {
                    return false;
                }
            }
        }
        return keepsTogether(units) && Arrays.stream(Grouping.members(Grouping.canonical(units))).allMatch(this::unit);
    }

    private boolean keepsTogether(int[] units) {
        int[] seen = new int[units.length];
        Arrays.fill(seen, -1);
        for (int i = 0; i < units.length; i++) {
            if (seen[finest[i]] >= 0 && seen[finest[i]] != units[i]) {
                return false;
            }
            seen[finest[i]] = units[i];
        }
        return true;
    }

    private boolean unit(int[] members) {
        double memory = 0;
        for (int i : members) {
            memory += memory(i);
            if (kind[i] != kind[members[0]]) {
                return false;
            }
        }
        return members.length == 1 || fits(memory) && (!rules.connected() || contact.holdsTogether(members));
    }

    /** The rules these two sides would break in one unit, in the order of {@link Reason}; latency is not looked at. */
    List<Blocker> between(int[] left, int[] right) {
        List<Blocker> found = new ArrayList<>();
        for (Reason reason : Reason.values()) {
            add(between(reason, left, right), found);
        }
        return found;
    }

    private @Nullable Blocker between(Reason reason, int[] left, int[] right) {
        return switch (reason) {
            case RUNTIME, ISOLATION, PLACEMENT, TEAM -> unlike(reason, left, right);
            case APART -> setApart(left, right);
            case MEMORY -> tooMuch(left, right);
            case NO_CALLS -> rules.connected() && !contact.touch(left, right)
                    ? Blocker.pair(reason, left[0], right[0])
                    : null;
            case LATENCY -> null;
        };
    }

    /** Either side all alike and the same: none. Otherwise the first pair against one side's first service. */
    private @Nullable Blocker unlike(Reason reason, int[] left, int[] right) {
        for (int b : right) {
            if (unlike(reason, left[0], b)) {
                return Blocker.pair(reason, left[0], b);
            }
        }
        for (int a : left) {
            if (unlike(reason, a, right[0])) {
                return Blocker.pair(reason, a, right[0]);
            }
        }
        return null;
    }

    private boolean unlike(Reason reason, int a, int b) {
        return switch (reason) {
            case RUNTIME -> traits.runtime()[a] != traits.runtime()[b];
            case ISOLATION -> traits.isolation()[a] != traits.isolation()[b]
                    || traits.isolation()[a] == Isolation.UNTRUSTED;
            case PLACEMENT -> traits.pinned()[a] != traits.pinned()[b];
            case TEAM -> rules.teamsApart() && traits.team()[a] != traits.team()[b];
            case APART, MEMORY, NO_CALLS, LATENCY -> false;
        };
    }

    private @Nullable Blocker setApart(int[] left, int[] right) {
        for (int a : left) {
            for (int b : apart[a]) {
                if (Arrays.stream(right).anyMatch(r -> r == b)) {
                    return Blocker.pair(Reason.APART, a, b);
                }
            }
        }
        return null;
    }

    private @Nullable Blocker tooMuch(int[] left, int[] right) {
        double memory = Arrays.stream(left).mapToDouble(this::memory).sum()
                + Arrays.stream(right).mapToDouble(this::memory).sum();
        return fits(memory) ? null : new Blocker(Reason.MEMORY, left[0], right[0], memory, rules.memoryLimit());
    }

    private static int[] kinds(Rules rules) {
        Traits traits = rules.traits();
        Map<List<Object>, Integer> number = new HashMap<>();
        int[] kind = new int[rules.services()];
        for (int i = 0; i < kind.length; i++) {
            boolean alone = traits.isolation()[i] == Isolation.UNTRUSTED;
            List<Object> key = List.of(traits.runtime()[i], traits.isolation()[i], traits.pinned()[i],
                    rules.teamsApart() ? traits.team()[i] : -1, alone ? i : -1);
            kind[i] = number.computeIfAbsent(key, k -> number.size());
        }
        return kind;
    }

    private static int[][] partners(Rules rules) {
        List<List<Integer>> partners = new ArrayList<>();
        for (int i = 0; i < rules.services(); i++) {
            partners.add(new ArrayList<>(0));
        }
        rules.apart().forEach(pair -> {
            partners.get(pair.a()).add(pair.b());
            partners.get(pair.b()).add(pair.a());
        });
        return partners.stream().map(list -> list.stream().mapToInt(i -> i).sorted().distinct().toArray())
                .toArray(int[][]::new);
    }

    private static int[] together(Rules rules) {
        int[] units = Grouping.oneEach(rules.services());
        for (List<Integer> set : rules.together()) {
            for (int member : set) {
                int from = units[member];
                int into = units[set.get(0)];
                Arrays.setAll(units, i -> units[i] == from ? into : units[i]);
            }
        }
        return Grouping.canonical(units);
    }

    private void refuseContradictions() {
        for (int[] set : Grouping.members(finest)) {
            List<Blocker> broken = set.length == 1 ? List.of() : within(set);
            if (!broken.isEmpty()) {
                throw new Contradiction(broken);
            }
        }
    }

    private List<Blocker> within(int[] set) {
        List<Blocker> broken = new ArrayList<>();
        for (Reason reason : new Reason[]{ Reason.RUNTIME, Reason.ISOLATION, Reason.PLACEMENT, Reason.TEAM }) {
            add(unlike(reason, set, Arrays.copyOfRange(set, 1, set.length)), broken);
        }
        add(setApart(set, set), broken);
        add(tooMuch(Arrays.copyOf(set, 1), Arrays.copyOfRange(set, 1, set.length)), broken);
        return broken;
    }

    private static void add(@Nullable Blocker blocker, List<Blocker> to) {
        if (blocker != null) {
            to.add(blocker);
        }
    }
}
