package dev.tare.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;

/**
 * What somebody said of two names.
 *
 * @param id       the proposal's
 * @param name     the name that became part of another service, or was to
 * @param other    the other one, as it was called then
 * @param into     what the one was to be called
 * @param why      what spoke for it
 * @param accepted whether they are one
 */
@JsonInclude(Include.NON_NULL)
public record NameDecision(String id, String name, String other, String into, String why, boolean accepted,
        Instant at) {}
