package dev.tare.intake.backstage;

import dev.tare.intake.ReaderCases;

/** Every folder of {@code intake/backstage} is a case; whatever happens to its files, they are read or refused. */
class BackstageCasesTest extends ReaderCases {
    BackstageCasesTest() {
        super("backstage", new BackstageReader());
    }
}
