/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.opennlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.tokenize.SimpleTokenizer;
import opennlp.tools.tokenize.WhitespaceTokenizer;
import opennlp.tools.util.ext.ExtensionLoader;
import org.docket.LstmDocumentCategorizer;
import org.docket.TestModels;
import org.docket.model.ModelFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our file through OpenNLP's own classes, which know nothing of us. */
class DoccatModelTest {

  private static final String TEXT = "The bank took $123 and 2 payments, not a fee. XXXX XXXX!";

  private final LstmDocumentCategorizer ours = LstmDocumentCategorizer.of(TestModels.pooled());
  private Path file;

  @BeforeAll
  static void admitOurPackage() {
    ExtensionLoader.registerAllowedPackage("org.docket.");
  }

  @AfterAll
  static void leaveNoTrace() {
    ExtensionLoader.unregisterAllowedPackage("org.docket.");
  }

  @BeforeEach
  void writeModel(@TempDir Path folder) throws IOException {
    file = folder.resolve("model.bin");
    ModelFile.write(TestModels.pooled(), file);
  }

  @Test
  void theSameProbabilitiesWithTwoTokenizers() throws IOException {
    DocumentCategorizerME stock = new DocumentCategorizerME(new DoccatModel(file));
    for (String[] tokens :
        new String[][] {
          WhitespaceTokenizer.INSTANCE.tokenize(TEXT), SimpleTokenizer.INSTANCE.tokenize(TEXT)
        }) {
      assertThat(stock.categorize(tokens)).isEqualTo(ours.categorize(tokens));
    }
    assertThat(stock.getAllResults(stock.categorize(TEXT.split(" "))))
        .isEqualTo(ours.getAllResults(ours.categorize(TEXT.split(" "))));
  }

  @Test
  void serializedByOpenNlpAndReadBack() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new DoccatModel(file).serialize(bytes);
    DoccatModel back = new DoccatModel(new ByteArrayInputStream(bytes.toByteArray()));
    assertThat(new DocumentCategorizerME(back).categorize(TEXT.split(" ")))
        .isEqualTo(ours.categorize(TEXT.split(" ")));
    assertThat(ModelFile.read(new ByteArrayInputStream(bytes.toByteArray())).categories())
        .isEqualTo(TestModels.CATEGORIES);
  }

  @Test
  void bagOfWordsOfTheStockFactoryIsCleanedToo() {
    String[] context = {"bow=The", "bow=BANK", "bow=$123"};
    assertThat(new LstmModel(TestModels.pooled()).eval(context))
        .isEqualTo(ours.categorize(new String[] {"The", "BANK", "$123"}));
  }

  @Test
  void withoutThePermissionOpenNlpSaysWhatToDo() {
    leaveNoTrace();
    try {
      assertThatThrownBy(() -> new DoccatModel(file))
          .hasStackTraceContaining("OPENNLP_EXT_ALLOWED_PACKAGES");
      assertThat(LstmDocumentCategorizer.load(file).categorize(TEXT)).isNotNull();
    } finally {
      admitOurPackage();
    }
  }
}
