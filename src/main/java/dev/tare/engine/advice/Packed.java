package dev.tare.engine.advice;

import java.util.HashMap;
import java.util.Map;

/** Some permitted grouping of shared units, whatever they exchange: by kind, filled in order as far as memory allows. */
final class Packed {
    private static final int MOST = 20;

    private final Constraints rules;
    private final Map<Integer, Integer> open = new HashMap<>();
    private final Map<Integer, Double> held = new HashMap<>();
    private final Map<Integer, Integer> size = new HashMap<>();

    private Packed(Constraints rules) {
        this.rules = rules;
    }

    static int[] of(Rules rules) {
        Constraints laid = new Constraints(rules, Pairs.none(rules.services()));
        Packed packed = new Packed(laid);
        int[] finest = laid.finest();
        int[][] sets = Grouping.members(finest);
        int[] unit = new int[sets.length];
        for (int set = 0; set < sets.length; set++) {
            unit[set] = packed.place(set, sets[set]);
        }
        for (int i = 0; i < finest.length; i++) {
            finest[i] = unit[finest[i]];
        }
        return Grouping.canonical(finest);
    }

    /** The number of the unit a set goes to: that of the first set in it. */
    private int place(int set, int[] members) {
        int kind = rules.kind(members[0]);
        double memory = 0;
        boolean apart = false;
        for (int service : members) {
            memory += rules.memory(service);
            apart |= rules.apart(service).length > 0;
        }
        Integer unit = open.get(kind);
        double with = memory + (unit == null ? 0 : held.getOrDefault(unit, 0.0));
        if (apart || unit == null || !rules.fits(with) || size.merge(unit, 1, Integer::sum) > MOST) {
            unit = set;
            with = memory;
            size.put(set, 1);
        }
        if (!apart) {
            open.put(kind, unit);
            held.put(unit, with);
        }
        return unit;
    }
}
