package dev.tare.engine.bill;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
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
        V found = known(key);
        if (found == null) {
            found = find.apply(key);
            keep(key, found);
        }
        return found;
    }

    /** Does something with all that is kept now. */
    void forEach(BiConsumer<K, V> what) {
        Map<K, V> now;
        synchronized (this) {
            now = new LinkedHashMap<>(kept);
        }
        now.forEach(what);
    }

    /** The kept result, if it is kept. */
    synchronized @Nullable V known(K key) {
        return kept.get(key);
    }

    private synchronized void keep(K key, V value) {
        kept.put(key, value);
    }
}
