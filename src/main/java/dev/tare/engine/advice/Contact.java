package dev.tare.engine.advice;

import java.util.BitSet;

/** Which services call each other, in either direction. */
record Contact(Pairs calls) {
    /** Whether some service on one side calls, or is called by, one on the other. */
    boolean touch(int[] left, int[] right) {
        BitSet there = set(right);
        for (int a : left) {
            for (int k = calls.start()[a]; k < calls.start()[a + 1]; k++) {
                if (there.get(calls.other()[k])) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether each of these services is reached from the first by calls among them. */
    boolean holdsTogether(int[] members) {
        BitSet open = set(members);
        int[] reached = new int[members.length];
        int found = 1;
        reached[0] = members[0];
        open.clear(members[0]);
        for (int done = 0; done < found; done++) {
            for (int k = calls.start()[reached[done]]; k < calls.start()[reached[done] + 1]; k++) {
                if (open.get(calls.other()[k])) {
                    open.clear(calls.other()[k]);
                    reached[found++] = calls.other()[k];
                }
            }
        }
        return found == members.length;
    }

    private static BitSet set(int[] services) {
        BitSet set = new BitSet();
        for (int service : services) {
            set.set(service);
        }
        return set;
    }
}
