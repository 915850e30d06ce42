package dev.tare.review.alerts;

import dev.tare.site.Figures;

/** An alert in words. */
record Told(String title, String text) {
    static Told of(Alert alert, String estate, Figures figures) {
        String before = figures.money(alert.before(), alert.currency());
        String after = figures.money(alert.after(), alert.currency());
        return switch (alert.kind()) {
            case BUDGET_CROSSED -> new Told(alert.team() + " is over its budget",
                    alert.team() + " of " + estate + " comes to " + after + " a month; its budget is " + before + ".");
            case BUDGET_KEPT -> new Told(alert.team() + " is within its budget again",
                    alert.team() + " of " + estate + " comes to " + after + " a month; its budget is " + before + ".");
            case TARE_ROSE -> new Told(
                    "Tare of " + estate + " rose by " + figures.percent(alert.after() / alert.before() - 1),
                    "The tare of " + estate + " is " + after + " a month, up from " + before + ".");
        };
    }
}
