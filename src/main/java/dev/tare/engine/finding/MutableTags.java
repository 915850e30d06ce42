package dev.tare.engine.finding;

import dev.tare.engine.Facts.Tag;
import dev.tare.engine.Range;
import dev.tare.engine.Sentence;
import java.util.List;

/** Images named by a tag, which may be other bytes tomorrow. Naming them by digest too changes nothing on the bill. */
final class MutableTags implements Pattern {
    @Override
    public String code() {
        return "mutable-tags";
    }

    @Override
    public String title() {
        return "Mutable tags, no digest";
    }

    @Override
    public Outcome look(Look look) {
        if (look.all(s -> look.facts(s).tag() != Tag.UNKNOWN).isEmpty()) {
            return unchecked("image.reference", "the images your manifests name");
        }
        List<Integer> named = look.all(s -> look.facts(s).tag() == Tag.MOVING || look.facts(s).tag() == Tag.VERSION);
        if (named.isEmpty()) {
            return CLEAR;
        }
        List<Integer> moving = named.stream().filter(s -> look.facts(s).tag() == Tag.MOVING).toList();
        Sentence.Draft evidence = Sentence.of("").count(named.size(), "image").say(" named without a digest");
        evidence.say(moving.isEmpty() ? "." : ", ").say(moving.isEmpty()
                ? ""
                : look.names(moving)
                        + " by a tag that is meant to move.");
        return found(named, evidence, new Range(0, 0, 0), List.of(), Sentence.of(
                "Add the digest to each reference, so that what was tested is what runs. The bill stays the same."));
    }
}
