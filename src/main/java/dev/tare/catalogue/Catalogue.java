package dev.tare.catalogue;

import dev.tare.engine.Assumptions;
import dev.tare.engine.Dimension;
import dev.tare.engine.Shape;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The options, presets and assumptions, checked. Immutable; ask it anything from any thread. */
public final class Catalogue {
    private final Contents contents;
    private final Assumptions assumptions;
    private final Software software;

    Catalogue(Contents contents) {
        this.contents = contents;
        this.assumptions = contents.ledger().forEngine();
        this.software = new Software(contents, assumptions);
    }

    /** Every coefficient a bill may use, in base units; shapes refer to its slots. */
    public Assumptions assumptions() {
        return assumptions;
    }

    /** Every assumption as its file states it, in its own unit. */
    public List<Assumption> entries() {
        return contents.ledger().entries();
    }

    /** The assumption with that key. */
    public Optional<Assumption> entry(String key) {
        return contents.ledger().find(key);
    }

    /** The kind of quantity an assumption is; throws {@link IllegalArgumentException} for an unknown key. */
    public Dimension dimension(String key) {
        return contents.ledger().dimension(key);
    }

    /** A figure in the assumption's own unit, as the engine takes it; refuses an unknown key likewise. */
    public double toBase(String key, double figure) {
        return contents.ledger().base(key, figure);
    }

    /**
     * A figure somebody types for an assumption, its unit of the same kind or empty, in the assumption's own unit; throws
     * {@link UnfitFigure} saying what would have been right.
     */
    public double typed(String key, double number, String unit) {
        return contents.ledger().typed(key, number, unit);
    }

    /** The options of an axis, lightest first. */
    public List<Option> options(Axis axis) {
        return contents.options().on(axis);
    }

    /** The combinations people argue about. */
    public List<Preset> presets() {
        return contents.presets();
    }

    /** The preset with that id; throws {@link ImpossibleShape} when there is none. */
    public Preset preset(String id) {
        return contents.presets().stream().filter(preset -> preset.id().equals(id)).findFirst()
                .orElseThrow(() -> new ImpossibleShape(List.of("There is no preset '" + id + "'.")));
    }

    /**
     * The shape of one option per axis, axis id to option id ({@code id@release} for another release of a product);
     * the grouping may be among them and is checked too. Throws {@link ImpossibleShape} with every reason.
     */
    public Shape shape(Map<String, String> axes) {
        Choice choice = Choice.of(contents.options(), axes).orRefuse();
        return new ShapeBuilder(contents.common()).with(choice).build(name(axes), assumptions);
    }

    /** Why those options cannot stand together; empty when they can. */
    public List<String> refusals(Map<String, String> axes) {
        return Choice.of(contents.options(), axes).reasons();
    }

    /** The same by axis, each with the options that would do. */
    public List<Refusal> conflicts(Map<String, String> axes) {
        return Choice.of(contents.options(), axes).refusals();
    }

    /**
     * Which change of a single axis would let those options stand together: by axis the options to take instead. Empty
     * where they stand, and where it takes more than one change.
     */
    public Map<Axis, List<Option>> waysOut(Map<String, String> axes) {
        Map<Axis, List<Option>> ways = new EnumMap<>(Axis.class);
        if (!refusals(axes).isEmpty()) {
            axes.keySet().stream().flatMap(id -> Axis.of(id).stream()).forEach(axis -> ways.put(axis, options(axis)
                    .stream().filter(option -> stands(axes, axis, option)).toList()));
            ways.values().removeIf(List::isEmpty);
        }
        return ways;
    }

    private boolean stands(Map<String, String> axes, Axis axis, Option option) {
        Map<String, String> changed = new HashMap<>(axes);
        changed.put(axis.id(), option.id());
        return refusals(changed).isEmpty();
    }

    /** What the combination is called: the preset's name, or the options' names in a row. */
    public String name(Map<String, String> axes) {
        return Naming.name(contents, axes);
    }

    /** The options chosen, in the order of the axes; those that do not exist are left out. */
    public List<Option> chosen(Map<String, String> axes) {
        return Choice.of(contents.options(), axes).options();
    }

    /** Every slot those options fill, with the figure in it; what all shapes fill alike is among them. */
    public List<Slot> slots(Map<String, String> axes) {
        Choice choice = Choice.of(contents.options(), axes);
        return contents.words().of(new ShapeBuilder(contents.common()).with(choice).bindings(), choice.options(),
                contents.ledger());
    }

    /** What the operating system did already, and what does it in that combination. */
    public List<Replacement> replaced(Map<String, String> axes) {
        return contents.replaced(chosen(axes));
    }

    /** What is known of languages, their runtimes and images. */
    public Software software() {
        return software;
    }

    /** What empty fields are taken to be. */
    public List<FieldDefault> fieldDefaults() {
        return contents.fieldDefaults();
    }

    /** What an empty field of that path is taken to be. */
    public Optional<FieldDefault> fieldDefault(String field) {
        return contents.fieldDefaults().stream().filter(each -> each.field().equals(field)).findFirst();
    }

    /** US dollars for one of a currency; empty when no rate is known. */
    public OptionalDouble usdPer(String currency) {
        return contents.ledger().rate(currency).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    /** Currencies with a rate. */
    public List<String> currencies() {
        return contents.ledger().currencies();
    }
}
