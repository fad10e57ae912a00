/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What holds for all modules together, as far as they are built: in a build of everything all that
 * ship are, before this one's tests.
 */
class HouseTest {

  /** From the root to {@code categorizer/core/target/classes}. */
  private static final int DEPTH = 4;

  private static JavaClasses classes;
  private static List<Path> sources;

  @BeforeAll
  static void findClasses() throws IOException {
    Path root = Path.of("").toAbsolutePath().getParent();
    classes = new ClassFileImporter().importPaths(folders(root, "target/classes"));
    sources = folders(root, "src/main/java");
  }

  @Test
  void noPackageTakesPartInACircle() {
    assertThat(classes.contain("org.docket.TextCategorizer")).isTrue();
    assertThat(classes.contain("org.docket.corpus.Corpus")).isTrue();
    assertThat(classes.contain("org.docket.training.Trainer")).isTrue();
    assertThat(classes.contain("org.docket.cli.Docket")).isTrue();

    slices()
        .assignedFrom(new ByPackage())
        .should()
        .beFreeOfCycles()
        .because("each room can then be read, tested and replaced without those above it")
        .check(classes);
  }

  @Test
  void onlyTheTeacherSeesOnnxRuntime() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.docket.teacher..", "org.docket.benchmarks..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("ai.onnxruntime..", "org.docket.teacher..")
        .because("serving and training must not need it")
        .check(classes);
  }

  @Test
  void everyPackageSaysWhatIsInIt() throws IOException {
    assertThat(sources).hasSizeGreaterThan(5);
    for (Path source : sources) {
      try (Stream<Path> files = Files.walk(source)) {
        assertThat(files.filter(HouseTest::isJava).map(Path::getParent).distinct())
            .allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).exists());
      }
    }
  }

  private static boolean isJava(Path file) {
    return file.toString().endsWith(".java");
  }

  private static List<Path> folders(Path root, String end) throws IOException {
    try (Stream<Path> all = Files.walk(root, DEPTH)) {
      return all.filter(path -> path.endsWith(end) && Files.isDirectory(path)).toList();
    }
  }

  /** Each package of ours is a slice, whatever packages are above or below it. */
  private static final class ByPackage implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      String name = type.getPackageName();
      return name.equals("org.docket") || name.startsWith("org.docket.")
          ? SliceIdentifier.of(name)
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "packages of Docket";
    }
  }
}
