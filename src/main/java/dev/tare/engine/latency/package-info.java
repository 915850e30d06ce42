/**
 * How long a request takes under a grouping and a shape: Monte Carlo over the calls that are waited for. Own work and
 * hops are lognormal from their p50 and p99, sequential calls add, parallel calls take the longest, asynchronous
 * calls do not count. Every scenario of an estate sees the same draws, so that two of them differ by their shape and
 * not by luck; every machine computes the same bytes.
 *
 * <p>No queueing: times are those at the load the estate states, and do not change with the units it is spread over.
 *
 * <p>Stated approximations: each service's answer is one sample for each block of requests, made once and read by each of
 * its callers from a start of the caller's own, so that work grows with the number of calls and not with the number of
 * paths; a loop is followed a bounded number of times; a call repeated more than 16 times is scaled up from 16.
 */
@org.jspecify.annotations.NullMarked
package dev.tare.engine.latency;
