package dev.tare.intake;

import java.util.List;

/** Makes an {@link Intake} of chosen readers, without Spring. */
public final class TestIntake {
    private TestIntake() {}

    public static Intake of(FormatReader... readers) {
        return new Intake(List.of(readers));
    }
}
