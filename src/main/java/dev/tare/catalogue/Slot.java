package dev.tare.catalogue;

import dev.tare.engine.Param;
import java.util.Optional;

/**
 * A slot of the formulas as a shape fills it.
 *
 * @param param      the slot
 * @param words      what it is, in a phrase
 * @param per        what it is counted by
 * @param option     the option that fills it; empty where all shapes fill it alike
 * @param assumption the figure in it
 */
public record Slot(Param param, String words, Per per, Optional<Option> option, Assumption assumption) {
    /** What a figure is counted by. */
    public enum Per {
        ONCE("Once, whatever runs on it"), NODE("For each node or server"), INSTANCE(
                "For each replica of each unit"), CALL("For each call between units"), RELEASE(
                        "For each release"), VOLUME("By the amount watched"), UNIT(
                                "Unit prices"), PEOPLE("People, off by default"), ASSUMED("Taken for granted");

        private final String title;

        Per(String title) {
            this.title = title;
        }

        /** Its heading on a page. */
        public String title() {
            return title;
        }
    }
}
