package dev.tare.estate;

import dev.tare.estate.Change.Part;
import dev.tare.estate.Change.Step;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.EstateCost;
import dev.tare.estate.EstateDocument.External;
import dev.tare.estate.EstateDocument.Lock;
import dev.tare.estate.EstateDocument.SavedShape;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Team;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A kind of part of a document, and how one is found again in another document. */
record Keyed<T>(String kind, Class<T> type, Function<T, String> label) {
    static final Keyed<Team> TEAM = new Keyed<>("team", Team.class, Team::name);
    static final Keyed<Service> SERVICE = new Keyed<>("service", Service.class, Service::name);
    static final Keyed<Call> CALL = new Keyed<>("call", Call.class, Keyed::call);
    static final Keyed<Entry> ENTRY = new Keyed<>("entry", Entry.class, Entry::service);
    static final Keyed<External> EXTERNAL = new Keyed<>("external", External.class, External::host);
    static final Keyed<EstateCost> COST = new Keyed<>("cost", EstateCost.class,
            cost -> Objects.requireNonNullElse(cost.category(), "no category") + ", "
                    + Objects.requireNonNullElse(cost.source(), "typed"));
    static final Keyed<SavedShape> SHAPE = new Keyed<>("shape", SavedShape.class, SavedShape::name);
    static final Keyed<Lock> LOCK = new Keyed<>("lock", Lock.class, Lock::name);

    private static String call(Call call) {
        String kind = "startup-order".equals(call.kind()) ? ", start-up order" : "";
        return call.from() + " → " + call.to() + kind + ("async".equals(call.mode()) ? ", async" : "");
    }

    /** Parts by their key, in their order; a namesake is told apart by a number. */
    private Map<String, T> keyed(List<T> parts) {
        Map<String, T> keyed = LinkedHashMap.newLinkedHashMap(parts.size());
        Map<String, Integer> seen = new HashMap<>();
        for (T part : parts) {
            String key = label.apply(part);
            int nth = seen.merge(key, 1, Integer::sum);
            keyed.put(nth == 1 ? key : key + " #" + nth, part);
        }
        return keyed;
    }

    List<Part<T>> between(List<T> before, List<T> after) {
        Map<String, T> was = keyed(before);
        Map<String, T> became = keyed(after);
        List<Part<T>> parts = new ArrayList<>();
        String behind = null;
        for (Map.Entry<String, T> one : was.entrySet()) {
            T now = became.get(one.getKey());
            if (!one.getValue().equals(now)) {
                parts.add(new Part<>(one.getValue(), now, behind));
            }
            behind = one.getKey();
        }
        behind = null;
        for (Map.Entry<String, T> one : became.entrySet()) {
            if (!was.containsKey(one.getKey())) {
                parts.add(new Part<>(null, one.getValue(), behind));
            }
            behind = one.getKey();
        }
        return parts;
    }

    /**
     * The list with these parts taken back.
     *
     * @param needed whether a part that came has to stay, because something that stays speaks of it
     */
    List<T> taken(List<T> current, List<Part<T>> parts, Predicate<T> needed, List<Step> steps, List<Step> kept) {
        Map<String, T> now = keyed(current);
        Map<String, T> left = new LinkedHashMap<>(now);
        List<T> back = new ArrayList<>();
        Map<String, String> behind = new LinkedHashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Part<T> part : parts) {
            String label = label().apply(Objects.requireNonNull(part.was() == null ? part.became() : part.was()));
            int nth = seen.merge(label, 1, Integer::sum);
            String key = key(label, nth, part, now);
            T there = now.get(key);
            if (part.was() != null && part.became() == null && there == null) {
                back.add(part.was());
                behind.put(key, String.valueOf(part.behind()));
                steps.add(new Step(kind, label, null, null, "back"));
            } else {
                one(key, label, part, there, left, needed, steps, kept);
            }
        }
        return placed(left, back, behind);
    }

    /** Of namesakes, the one that stands as the change left it. */
    private String key(String label, int nth, Part<T> part, Map<String, T> now) {
        for (int i = 1; part.became() != null && now.containsKey(i == 1 ? label : label + " #" + i); i++) {
            String key = i == 1 ? label : label + " #" + i;
            if (part.became().equals(now.get(key))) {
                return key;
            }
        }
        return nth == 1 || !now.containsKey(label + " #" + nth) && part.became() != null ? label : label + " #" + nth;
    }

    private void one(String key, String label, Part<T> part, @Nullable T there,
            Map<String, T> left, Predicate<T> needed, List<Step> steps, List<Step> kept) {
        if (Objects.equals(there, part.was())) {
            return;
        }
        if (there == null) {
            kept.add(new Step(kind, label, null, null, part.was() == null ? null : "there"));
        } else if (part.was() == null) {
            if (there.equals(part.became()) && !needed.test(there)) {
                left.remove(key);
                steps.add(new Step(kind, label, null, "there", null));
            } else {
                kept.add(new Step(kind, label, null, there.equals(part.became()) ? "in use" : "edited", null));
            }
        } else if (part.became() == null) {
            kept.add(new Step(kind, label, null, "edited", "there"));
        } else {
            left.put(key, new ThreeWay(kind, label, steps, kept).merged(type, part.was(), part.became(), there));
        }
    }

    /** What comes back stands behind what it stood behind. */
    private List<T> placed(Map<String, T> left, List<T> back, Map<String, String> behind) {
        if (back.isEmpty()) {
            return List.copyOf(left.values());
        }
        List<String> order = new ArrayList<>(left.keySet());
        Map<String, T> all = new HashMap<>(left);
        int next = 0;
        for (Map.Entry<String, String> one : behind.entrySet()) {
            int place = order.indexOf(one.getValue());
            order.add(one.getValue().equals("null") ? 0 : place < 0 ? order.size() : place + 1, one.getKey());
            all.put(one.getKey(), back.get(next++));
        }
        return order.stream().map(key -> Objects.requireNonNull(all.get(key))).toList();
    }
}
