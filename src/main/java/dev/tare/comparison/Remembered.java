package dev.tare.comparison;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the entries used last, up to a limit; safe to share between threads. */
final class Remembered<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;
    private final int limit;

    Remembered(int limit) {
        super(16, 0.75f, true);
        this.limit = limit;
    }

    @Override
    public synchronized @Nullable V get(Object key) {
        return super.get(key);
    }

    @Override
    public synchronized @Nullable V put(K key, V value) {
        return super.put(key, value);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > limit;
    }
}
