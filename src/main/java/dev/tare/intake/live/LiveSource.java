package dev.tare.intake.live;

import dev.tare.intake.Draft;

/** A kind of running system that can be imported from. Implementations are beans in a package of their own. */
public interface LiveSource {
    /** Its name in the API, lower case. */
    String kind();

    /** Its name on screens. */
    String title();

    /** One sentence for people: what is asked of it. */
    String asks();

    /** Asks the system and gives what it says. */
    Draft read(Inquiry inquiry);
}
