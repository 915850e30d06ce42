package dev.tare.engine.advice;

import java.util.Arrays;

/**
 * An objective taken apart, so that the effect of one merge is known without weighing the whole plan:
 *
 * <pre>cost = constant + Σ units + Σ pairs in the same unit
 * unit  = alone(service)                                        of one service
 *       = Σ joined(service) + sizing(Σ cpu, Σ memory) + teamPrice · (teams − 1)    of several</pre>
 *
 * <p>Example: a and b cost 10 each alone, 6 each joined, a unit of several 3 more, and their calls 5 while remote.
 * With the constant 5: apart 25, together 5 + 12 + 3 − 5 = 15.
 *
 * @param constant  what no grouping changes
 * @param load      the services
 * @param sizing    what a unit of several adds
 * @param pairs     what pairs in the same unit change
 * @param teamPrice price of each further team that shares a unit; 0 for none
 */
public record Terms(double constant, Load load, Sizing sizing, Pairs pairs, double teamPrice) implements Objective {
    /**
     * The services by position.
     *
     * @param alone  cost of a unit that holds this service only
     * @param joined own part of the cost of a unit of several
     * @param cpu    peak vCPU
     * @param memory bytes in each replica
     * @param team   owner, numbered from 0
     */
    public record Load(double[] alone, double[] joined, double[] cpu, double[] memory, int[] team) {
        /** Services that cost nothing of themselves and all belong to one team. */
        public static Load weightless(double[] memory) {
            int services = memory.length;
            return new Load(new double[services], new double[services], new double[services], memory,
                    new int[services]);
        }
    }

    /** How many services there are. */
    public int services() {
        return load.memory.length;
    }

    @Override
    public double weigh(int[] units) {
        double sum = constant;
        for (int[] members : Grouping.members(units)) {
            sum += unit(members);
        }
        for (int i = 0; i < units.length; i++) {
            for (int k = pairs.start()[i]; k < pairs.start()[i + 1] && pairs.other()[k] < i; k++) {
                sum += units[i] == units[pairs.other()[k]] ? pairs.weight()[k] : 0;
            }
        }
        return sum;
    }

    private double unit(int[] members) {
        if (members.length == 1) {
            return load.alone[members[0]];
        }
        double joined = 0;
        double cpu = 0;
        double memory = 0;
        for (int i : members) {
            joined += load.joined[i];
            cpu += load.cpu[i];
            memory += load.memory[i];
        }
        long teams = Arrays.stream(members).map(i -> load.team[i]).distinct().count();
        return joined + sizing.cost(cpu, memory) + teamPrice * (teams - 1);
    }
}
