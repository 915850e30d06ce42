package dev.tare;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms of the house and the arrows between them. Every rule here fails when it matches no class. */
class ModularityTest {

    private static final String ENGINE = "dev.tare.engine..";
    private static final ApplicationModules MODULES = ApplicationModules.of(TareApplication.class);
    private static JavaClasses house;

    @BeforeAll
    static void readTheHouse() {
        house = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.tare");
    }

    @Test
    void roomsKeepTheirInsidesToThemselvesAndFormNoCircle() {
        assertThat(MODULES.stream().map(module -> module.getIdentifier().toString()).collect(Collectors.toSet()))
                .contains("engine", "catalogue", "estate", "intake", "comparison", "review", "access", "site",
                        "storage");
        MODULES.verify();
    }

    @Test
    void nothingPointsAtComparisonButReview() {
        noClasses().that().resideOutsideOfPackages("dev.tare.comparison..", "dev.tare.review..").and()
                .resideInAPackage("dev.tare..").should()
                .dependOnClassesThat().resideInAPackage("dev.tare.comparison..").check(house);
    }

    @Test
    void siteAndStorageKnowNoFeature() {
        noClasses().that().resideInAnyPackage("dev.tare.site..", "dev.tare.storage..", "dev.tare.access..").should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.tare.catalogue..", "dev.tare.estate..", "dev.tare.intake..", ENGINE)
                .check(house);
    }

    /** What reads a format is a pure function of its files. */
    @Test
    void readersNeverTouchTheDatabase() {
        noClasses().that().resideInAPackage("dev.tare.intake.*..").should().dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..", "org.springframework.jdbc..",
                        "org.springframework.data..")
                .check(house);
    }

    @Test
    void engineIsPureJava() {
        classes().that().resideInAPackage(ENGINE).should().onlyDependOnClassesThat(
                resideInAnyPackage("java..", "org.jspecify.annotations..").or(resideInAPackage(ENGINE))).check(house);
    }

    @Test
    void engineKnowsNoClockNoLoggerAndNoOutside() {
        noClasses().that().resideInAPackage(ENGINE).should().dependOnClassesThat(
                resideInAnyPackage("java.time..", "java.util.logging..", "java.sql..", "java.net..", "java.nio.file..")
                        .or(JavaClass.Predicates.assignableTo(System.Logger.class)))
                .check(house);
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> packages = house.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        assertThat(packages).hasSizeGreaterThan(8).allSatisfy(
                name -> assertThat(house.getPackage(name).isAnnotatedWith(NullMarked.class))
                        .as("%s is @NullMarked", name).isTrue());
    }

    @Test
    void everyRoomSaysWhatItIsFor() {
        assertThat(MODULES.stream().map(ApplicationModule::getBasePackage)).allSatisfy(room -> assertThat(
                house.getPackage(room.getName()).tryGetPackageInfo()).as("%s has a package-info", room.getName())
                .isPresent());
    }
}
