package dev.tare.storage;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a {@link StorageFailure} at start into two sentences instead of a stack trace. */
final class StorageFailureAnalyzer extends AbstractFailureAnalyzer<StorageFailure> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StorageFailure cause) {
        return new FailureAnalysis(cause.description(), cause.action(), cause);
    }
}
