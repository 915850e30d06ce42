package dev.tare.comparison.validation;

import dev.tare.comparison.Question;
import dev.tare.engine.CallTree;
import dev.tare.engine.MadeUpEstate;
import dev.tare.estate.EstateDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published result.
 *
 * @param id        as it is called in addresses
 * @param title     in a few words
 * @param study     who published it
 * @param source    where it was read
 * @param measured  what was measured
 * @param exercises which formulas and assumptions of the model it puts to the test
 * @param inputs    what goes in, in plain words, with where each comes from
 * @param caution   what a reader should know before believing an agreement; empty for nothing
 * @param estate    what is weighed; absent where the case is none
 * @param tree      what is grouped; absent where the case is none
 * @param madeUp    what is made up and counted; absent where the case is none
 * @param scenarios the shapes it is weighed in
 * @param figures   what is compared
 * @param levers    keys of assumptions worth changing, beside those the workings name
 */
public record PublishedCase(String id, String title, String study, String source, String measured, String exercises,
        List<String> inputs, String caution, @Nullable EstateDocument estate, @Nullable CallTree tree,
        @Nullable MadeUp madeUp, List<Question.Ask> scenarios, List<Expected> figures, List<String> levers) {
    /** An estate to make up, and the seed that makes it. */
    public record MadeUp(MadeUpEstate estate, long seed) {}

    /**
     * A figure to compare.
     *
     * @param origin  where the published figure stands, and why it is expected
     * @param outside why it cannot be met, where it cannot; empty otherwise
     */
    public record Expected(String name, Quantity unit, double published, Tolerance tolerance, String origin,
            Formula formula, String outside) {
        /** Whether it is only read off the catalogue, so that no formula of the model is put to the test. */
        public boolean lookedUp() {
            return formula.operands().stream().allMatch(Formula.LookUp.class::isInstance);
        }
    }
}
