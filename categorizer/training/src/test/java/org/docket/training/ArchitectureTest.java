/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;

@AnalyzeClasses(packages = "org.docket", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] DEEPLEARNING4J = {
    "org.deeplearning4j..", "org.nd4j..", "org.datavec..", "org.bytedeco.."
  };

  @ArchTest
  static void onlyTrainingSeesDeeplearning4j(JavaClasses classes) {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.docket.training..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(DEEPLEARNING4J)
        .because("serving must stay pure Java and small")
        .check(classes);
  }

  @ArchTest
  static void publicTypesDoNotShowDeeplearning4j(JavaClasses classes) {
    noClasses()
        .that()
        .arePublic()
        .and()
        .doNotHaveSimpleName("Trainer")
        .and()
        .doNotHaveSimpleName("TrainingBenchmark")
        .and()
        .resideOutsideOfPackage("org.docket.training.encoder..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..")
        .because(
            "what trains can be replaced as long as only the loop, what times it and its layer know it")
        .check(classes);
  }
}
