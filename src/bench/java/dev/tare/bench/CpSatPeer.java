package dev.tare.bench;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;

/**
 * Merging as a plain model for CP-SAT: a unit is called by its first service, each service is in one unit, a unit keeps the
 * memory limit, and a call is saved where both its ends are in the same unit.
 */
final class CpSatPeer {
    private final CpModel model = new CpModel();
    private final BoolVar[][] in;

    /** What it came to. */
    record Answer(double cost, double bound, boolean proven) {}

    CpSatPeer(int[] from, int[] to, int[] saved, int[] memory, int unit, int limit) {
        Loader.loadNativeLibraries();
        int n = memory.length;
        in = new BoolVar[n][n];
        LinearExprBuilder cost = LinearExpr.newBuilder();
        for (int i = 0; i < n; i++) {
            for (int u = 0; u <= i; u++) {
                in[i][u] = model.newBoolVar("in " + i + " " + u);
            }
        }
        for (int i = 0; i < n; i++) {
            model.addExactlyOne(java.util.Arrays.copyOf(in[i], i + 1));
            for (int u = 0; u < i; u++) {
                model.addImplication(in[i][u], in[u][u]);
            }
            cost.addTerm(in[i][i], unit);
        }
        for (int u = 0; u < n; u++) {
            LinearExprBuilder held = LinearExpr.newBuilder();
            for (int i = u; i < n; i++) {
                held.addTerm(in[i][u], memory[i]);
            }
            model.addLessOrEqual(held, limit);
        }
        for (int call = 0; call < from.length; call++) {
            remote(Math.min(from[call], to[call]), Math.max(from[call], to[call]), saved[call], cost);
        }
        model.minimize(cost);
    }

    private void remote(int a, int b, int saved, LinearExprBuilder cost) {
        if (a == b) {
            return;
        }
        LinearExprBuilder together = LinearExpr.newBuilder();
        for (int u = 0; u <= a; u++) {
            BoolVar both = model.newBoolVar("both " + a + " " + b + " " + u);
            model.addImplication(both, in[a][u]);
            model.addImplication(both, in[b][u]);
            together.addTerm(both, 1);
        }
        BoolVar remote = model.newBoolVar("remote " + a + " " + b);
        model.addGreaterOrEqual(together.addTerm(remote, 1), 1);
        cost.addTerm(remote, saved);
    }

    Answer solve(double seconds) {
        CpSolver solver = new CpSolver();
        solver.getParameters().setMaxTimeInSeconds(seconds);
        solver.getParameters().setRandomSeed(1);
        CpSolverStatus status = solver.solve(model);
        return new Answer(solver.objectiveValue(), solver.bestObjectiveBound(), status == CpSolverStatus.OPTIMAL);
    }
}
