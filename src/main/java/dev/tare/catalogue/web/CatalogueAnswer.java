package dev.tare.catalogue.web;

import dev.tare.catalogue.Assumption;
import dev.tare.catalogue.Axis;
import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.Gift;
import dev.tare.catalogue.Language;
import dev.tare.catalogue.Need;
import dev.tare.catalogue.Option;
import dev.tare.catalogue.Preset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The catalogue as the API gives it. */
record CatalogueAnswer(List<AxisAnswer> axes, List<PresetAnswer> presets, List<AssumptionAnswer> assumptions,
        List<Language> languages) {

    record AxisAnswer(String id, String question, List<OptionAnswer> options) {}

    record OptionAnswer(String id, String name, String description, @Nullable String release, Set<String> releases,
            List<NeedAnswer> needs, List<GiftAnswer> gives, Map<String, String> replaces, List<String> assumptions) {
        static OptionAnswer of(Option option) {
            return new OptionAnswer(option.id(), option.name(), option.description(), option.release(),
                    option.versions().keySet(), option.needs().stream().map(NeedAnswer::of).toList(),
                    option.gives().stream().map(GiftAnswer::of).toList(), option.replaces(), option.assumptions());
        }
    }

    record NeedAnswer(String axis, List<String> of, List<String> not, String because) {
        static NeedAnswer of(Need need) {
            return new NeedAnswer(need.axis().id(), need.of(), need.not(), need.because());
        }
    }

    record GiftAnswer(String kind, String words, @Nullable Integer strength, @Nullable String assumption) {
        static GiftAnswer of(Gift gift) {
            return new GiftAnswer(gift.kind().name().toLowerCase(Locale.ROOT), gift.words(), gift.strength(),
                    gift.assumption());
        }
    }

    record PresetAnswer(String id, String name, String description, Map<String, String> axes, String grouping) {
        static PresetAnswer of(Preset preset) {
            return new PresetAnswer(preset.id(), preset.name(), preset.description(), preset.axes(),
                    preset.grouping());
        }
    }

    record AssumptionAnswer(String key, String what, @Nullable Double low, @Nullable Double likely,
            @Nullable Double high, String unit, @Nullable String statement, String asOf, String source,
            @Nullable String locator, String how, @Nullable String note) {
        static AssumptionAnswer of(Assumption entry) {
            return new AssumptionAnswer(entry.key(), entry.what(), entry.low(), entry.likely(), entry.high(),
                    entry.unit(), entry.statement(), entry.asOf(), entry.source(), entry.locator(), entry.how().id(),
                    entry.note());
        }
    }

    static CatalogueAnswer of(Catalogue catalogue) {
        return new CatalogueAnswer(
                Arrays.stream(Axis.values())
                        .map(axis -> new AxisAnswer(axis.id(), axis.question(),
                                catalogue.options(axis).stream().map(OptionAnswer::of).toList()))
                        .toList(),
                catalogue.presets().stream().map(PresetAnswer::of).toList(),
                catalogue.entries().stream().map(AssumptionAnswer::of).toList(), catalogue.software().languages());
    }
}
