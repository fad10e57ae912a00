/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.docket", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] DEEPLEARNING4J = {
    "org.deeplearning4j..", "org.nd4j..", "org.datavec..", "org.bytedeco.."
  };

  @ArchTest
  static final ArchRule ONLY_TRAINING_SEES_DEEPLEARNING4J =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.docket.training..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(DEEPLEARNING4J)
          .because("serving must stay pure Java and small");

  @ArchTest
  static final ArchRule PUBLIC_TYPES_DO_NOT_SHOW_DEEPLEARNING4J =
      noClasses()
          .that()
          .arePublic()
          .and()
          .doNotHaveSimpleName("Trainer")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..")
          .because("what trains can be replaced as long as only the loop itself knows it");

  @ArchTest
  static final ArchRule TRAINING_DOES_NOT_TALK =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(System.class, "exit", int.class)
          .because("the terminal belongs to the command line");
}
