package dev.tare.intake.cost;

import dev.tare.intake.FormatReader;
import dev.tare.intake.Intake;
import dev.tare.intake.TestIntake;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Every reader of costs, found as the application finds them. */
final class CostReaders {
    private static final String[] PACKAGES = { "focus", "cur", "azurecost", "ocicost", "opencost", "costcsv" };

    private CostReaders() {}

    static Intake intake(String... others) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            for (String name : PACKAGES) {
                context.scan("dev.tare.intake." + name);
            }
            for (String name : others) {
                context.scan("dev.tare.intake." + name);
            }
            context.refresh();
            return TestIntake.of(context.getBeansOfType(FormatReader.class).values().toArray(FormatReader[]::new));
        }
    }
}
