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
  static void onlyTheNetworkItsLayersAndTensorBoardSeeDeeplearning4j(JavaClasses classes) {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.docket.training.network",
            "org.docket.training.dl4j",
            "org.docket.training.tensorboard")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(DEEPLEARNING4J)
        .because(
            "serving must stay pure Java and small, and what trains can be replaced as long as the"
                + " loop does not know it; TensorBoard's files are written by Deeplearning4j's own"
                + " listeners and with the protocol's classes that ND4J brings")
        .check(classes);
  }

  @ArchTest
  static void whatTrainsDoesNotNeedWhatWritesForTensorBoard(JavaClasses classes) {
    noClasses()
        .that()
        .resideInAPackage("org.docket.training..")
        .and()
        .resideOutsideOfPackage("org.docket.training.tensorboard")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.docket.training.tensorboard")
        .because("it only watches: the model must be the same without it")
        .check(classes);
  }

  @ArchTest
  static void whatTrainsDoesNotNeedWhatMeasuresIt(JavaClasses classes) {
    noClasses()
        .that()
        .resideInAPackage("org.docket.training..")
        .and()
        .resideOutsideOfPackage("org.docket.training.benchmark")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.docket.training.benchmark")
        .because("a benchmark may change with what it measures, a training may not")
        .check(classes);
  }
}
