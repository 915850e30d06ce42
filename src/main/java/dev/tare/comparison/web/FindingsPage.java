package dev.tare.comparison.web;

import java.util.List;

/** Everything the page of findings shows, written out. */
record FindingsPage(String slug, String name, FindingRows found, DefaultRows defaults,
        List<FiveQuestions.Answered> questions) {}
