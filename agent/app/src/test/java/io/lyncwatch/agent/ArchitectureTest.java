package io.lyncwatch.agent;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(
    packages = "io.lyncwatch",
    importOptions = {ImportOption.DoNotIncludeTests.class})
class ArchitectureTest {
  private static final String DISCOVERY = "io.lyncwatch.discovery..";
  private static final String LAB = "io.lyncwatch.lab..";
  private static final String AGENT = "io.lyncwatch.agent..";

  @ArchTest
  static final ArchRule the_library_is_usable_on_its_own =
      noClasses()
          .that()
          .resideInAPackage(DISCOVERY)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              AGENT, LAB, "org.quartz..", "io.micrometer..", "io.prometheus..", "picocli..");

  @ArchTest
  static final ArchRule the_lab_shares_nothing_with_what_it_tests =
      noClasses()
          .that()
          .resideInAPackage(LAB)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(DISCOVERY, AGENT);

  @ArchTest
  static final ArchRule only_the_demo_and_lab_commands_know_the_lab =
      noClasses()
          .that(
              resideInAPackage(AGENT)
                  .and(DescribedPredicate.not(resideInAPackage("io.lyncwatch.agent.demo..")))
                  .and(
                      DescribedPredicate.not(
                          nameMatching("io\\.lyncwatch\\.agent\\.cli\\.(Demo|Lab)[^.]*"))))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(LAB);

  /** {@code Phase} is a word that reports use, not an exchange's inside. */
  @ArchTest
  static final ArchRule metrics_and_pages_read_reports_and_not_how_they_came_about =
      noClasses()
          .that()
          .resideInAnyPackage("io.lyncwatch.agent.metrics..", "io.lyncwatch.agent.page..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.lyncwatch.discovery.http..")
                  .and(
                      DescribedPredicate.<JavaClass>not(
                          nameMatching("io\\.lyncwatch\\.discovery\\.http\\.Phase"))));

  @ArchTest
  static final ArchRule quartz_is_known_to_the_schedule_only =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.lyncwatch.agent.schedule..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.quartz..");

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("io.lyncwatch.(**)").should().beFreeOfCycles();
}
