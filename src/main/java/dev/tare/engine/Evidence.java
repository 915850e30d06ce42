package dev.tare.engine;

/**
 * What speaks for merging two units, apart from money. Caller is the side that calls the other more often.
 *
 * <p>Example: a calls b 10 times/s and c 30 times/s; only a calls b. Merging a and b: 10 calls/s, a quarter of what a
 * calls, all of what calls b.
 *
 * @param callsPerSecond   calls between the two, both directions
 * @param ofCallersCalls   share of the calls the caller makes to other units that go to the callee
 * @param ofCalleesCallers share of the calls the callee gets from other units that come from the caller
 */
public record Evidence(double callsPerSecond, double ofCallersCalls, double ofCalleesCallers) {}
