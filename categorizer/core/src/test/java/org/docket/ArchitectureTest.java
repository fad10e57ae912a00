/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.Set;

@AnalyzeClasses(packages = "org.docket", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final Set<String> API =
      Set.of(
          "org.docket",
          "org.docket.error",
          "org.docket.evaluation",
          "org.docket.explanation",
          "org.docket.opennlp");

  @ArchTest
  static void servesWithoutDl4j(JavaClasses classes) {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..", "org.datavec..")
        .because("serving is pure Java: what runs inside Solr carries no native code")
        .check(classes);
  }

  @ArchTest
  static void textAndVocabularyStandAlone(JavaClasses classes) {
    noClasses()
        .that()
        .resideInAnyPackage("org.docket.text..", "org.docket.vocabulary")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.docket.model", "org.docket.inference", "org.docket.opennlp")
        .because("cleaning text must be the same for whatever model comes after it")
        .check(classes);
  }

  @ArchTest
  static void inferenceKnowsNumbersOnly(JavaClasses classes) {
    noClasses()
        .that()
        .resideInAPackage("org.docket.inference")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.docket.text", "org.docket.vocabulary", "opennlp..", "org.apache..")
        .because("kernels are replaced and compared; they must not drag text along")
        .check(classes);
  }

  @ArchTest
  static void kernelsKnowArraysOnly(JavaClasses classes) {
    noClasses()
        .that()
        .resideInAPackage("org.docket.kernel")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.docket.inference", "org.docket.model", "org.docket.text", "opennlp..")
        .because("a kernel is a few loops that training may use as well")
        .check(classes);
  }

  @ArchTest
  static void onlyTheVectorKernelNeedsTheIncubator(JavaClasses classes) {
    noClasses()
        .that()
        .haveSimpleNameNotStartingWith("Vector")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jdk.incubator..")
        .because("a JVM without the module must be able to load every other class")
        .check(classes);
  }

  /** A name more in this list is a promise more to keep. */
  @ArchTest
  static void whatIsPublicInTheApiIsMeant(JavaClasses classes) {
    assertThat(
            classes.stream()
                .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(c -> API.contains(c.getPackageName()))
                .filter(c -> !c.getSimpleName().equals("package-info"))
                .map(c -> c.getName().substring("org.docket.".length())))
        .containsExactlyInAnyOrder(
            "Baseline",
            "Categorization",
            "Categorizers",
            "DoccatTextCategorizer",
            "LstmDocumentCategorizer",
            "PopulationStabilityIndex",
            "ScoredCategory",
            "SharedCategorizer",
            "TextCategorizer",
            "Timing",
            "error.DocketException",
            // For docket-corpus, docket-training and the commands.
            "error.NearestName",
            "evaluation.CategoryScore",
            "evaluation.Evaluation",
            "evaluation.LabelError",
            "evaluation.LabelErrorFinder",
            "evaluation.LabelErrorPair",
            "evaluation.LabelErrors",
            "evaluation.LabelledPrediction",
            "evaluation.OtherLabels",
            "evaluation.ReliabilityBin",
            "evaluation.RiskCoverage",
            "evaluation.RiskCoverage$Point",
            "explanation.Contribution",
            "explanation.Explainer",
            "explanation.Explanation",
            "explanation.Place",
            // For docket-training, which finds tokens in the events of OpenNLP's trainers.
            "opennlp.Features",
            "opennlp.LstmDoccatFactory",
            "opennlp.LstmModel",
            "opennlp.LstmModelSerializer");
  }
}
