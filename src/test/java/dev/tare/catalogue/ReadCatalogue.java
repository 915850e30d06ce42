package dev.tare.catalogue;

/** The catalogue as shipped, for those who have no application context. */
public final class ReadCatalogue {
    private ReadCatalogue() {}

    public static Catalogue onClasspath() {
        return CatalogueReader.read(CatalogueFiles.onClasspath());
    }
}
