package dev.tare.engine.latency;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Where the answers of services stand while somebody still reads them; a slot nobody reads is used again. */
final class Slots {
    private static final int NOWHERE = -1;

    private final int[] readers;
    private final int[] at;
    private final Deque<Integer> free = new ArrayDeque<>();
    private int count;

    Slots(int services) {
        readers = new int[services];
        at = new int[services];
        Arrays.fill(at, NOWHERE);
    }

    /** One more call reads a service's answer. */
    void read(int service) {
        readers[service]++;
    }

    /** Slot of a service's answer, -1 where none stands. */
    int of(int service) {
        return at[service];
    }

    /** How many are in use at the same time at most. */
    int count() {
        return count;
    }

    /** A free slot. */
    int take() {
        return free.isEmpty() ? count++ : free.pop();
    }

    /** A service's answer now stands there. */
    void move(int service, int slot) {
        if (at[service] != NOWHERE) {
            free.push(at[service]);
        }
        at[service] = slot;
    }

    /** One call has read a service's answer. */
    void done(int service) {
        readers[service]--;
        drop(service);
    }

    /** Gives the slot free when no call is left to read it. */
    void drop(int service) {
        if (readers[service] == 0) {
            move(service, NOWHERE);
        }
    }
}
