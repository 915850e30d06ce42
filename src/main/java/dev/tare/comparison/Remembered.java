package dev.tare.comparison;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was found out before, as long as it is among the answers asked for last; may be shared between threads. Found
 * outside the lock: two threads may find out the same thing, and neither waits for the other.
 */
final class Remembered<K, V> {
    private final Map<K, V> known;

    Remembered(int limit) {
        known = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > limit;
            }
        };
    }

    /** The answer remembered, or a fresh one; what is thrown is not remembered. */
    V of(K key, Supplier<V> find) {
        V before = before(key);
        if (before != null) {
            return before;
        }
        V found = find.get();
        keep(key, found);
        return found;
    }

    private synchronized @Nullable V before(K key) {
        return known.get(key);
    }

    private synchronized void keep(K key, V found) {
        known.put(key, found);
    }
}
