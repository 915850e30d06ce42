package dev.tare.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/** Hands one input of the fuzzer to one reader, through the entry that uploads use. */
public final class ReaderTarget {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Intake INTAKE = TestIntake.ofAll();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static String format = Intake.AUTO;

    private ReaderTarget() {}

    /** Called once with the reader's format. What is loaded by the first input is no input's time. */
    public static void fuzzerInitialize(String[] args) {
        format = args[0];
        Mutations.readOrRefuse(INTAKE, format, Upload.of("input", "{}"));
    }

    /** Called with every input. Time is the processor's: other work on the machine breaks no reader. */
    public static void fuzzerTestOneInput(byte[] input) {
        long start = THREADS.getCurrentThreadCpuTime();
        Mutations.readOrRefuse(INTAKE, format, Upload.of("input", input));
        assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start)).isLessThan(SOON);
    }
}
