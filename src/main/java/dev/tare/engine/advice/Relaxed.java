package dev.tare.engine.advice;

/**
 * A lower bound that costs one pass: every saving counts in full, as if all services shared one unit, and every item
 * costs the least it can.
 */
final class Relaxed {
    private Relaxed() {}

    static double bound(Problem p) {
        double sum = p.constant();
        for (int i = 0; i < p.items(); i++) {
            double joined = p.joined[i] + p.sizing().memoryAtFloor() * p.memory[i];
            double calls = 0;
            for (int j = 0; j < p.items(); j++) {
                calls += Math.min(0, (p.conflicts[i] >> j & 1) != 0 ? 0 : p.weight[i][j]);
            }
            sum += Math.min(p.alone[i], joined + calls / 2);
        }
        return sum;
    }
}
