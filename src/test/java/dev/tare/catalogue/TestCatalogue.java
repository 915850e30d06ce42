package dev.tare.catalogue;

/** The catalogue as it ships, for tests of other rooms that need no Spring. */
public final class TestCatalogue {
    /** Read once. */
    public static final Catalogue SHIPPED = CatalogueReader.read(CatalogueFiles.onClasspath());

    private TestCatalogue() {}
}
