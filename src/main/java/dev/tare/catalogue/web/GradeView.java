package dev.tare.catalogue.web;

import dev.tare.catalogue.How;

/** How a figure was obtained, in words and as the class that marks it. */
record GradeView(String id, String words, String meaning) {
    static GradeView of(How how) {
        return new GradeView(how.id(), how.words(), how.meaning());
    }
}
