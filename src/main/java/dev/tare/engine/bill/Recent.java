package dev.tare.engine.bill;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps the few results asked for last; may be shared between threads. */
final class Recent<K, V> {
    private final Map<K, V> kept;

    Recent(int most) {
        kept = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** The kept result, or a fresh one. Found outside the lock: two threads may find the same thing twice. */
    V get(K key, Function<K, V> find) {
        V found = lookUp(key);
        if (found == null) {
            found = find.apply(key);
            keep(key, found);
        }
        return found;
    }

    /** Whether a result is kept. */
    synchronized boolean has(K key) {
        return kept.containsKey(key);
    }

    private synchronized @Nullable V lookUp(K key) {
        return kept.get(key);
    }

    private synchronized void keep(K key, V value) {
        kept.put(key, value);
    }
}
