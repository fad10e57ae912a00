/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.opennlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import opennlp.tools.doccat.DoccatModel;
import org.docket.LstmDocumentCategorizer;
import org.docket.TestModels;
import org.docket.model.ModelFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenNLP 2.5 loads only classes of packages that it was told of. */
class PermissionTest {

  @Test
  void withoutItOpenNlpSaysWhatToDoAndOurDoorIsOpen(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("model.bin");
    ModelFile.write(TestModels.pooled(), file);
    Permission.revoke();

    assertThatThrownBy(() -> new DoccatModel(file))
        .hasStackTraceContaining("OPENNLP_EXT_ALLOWED_PACKAGES");
    assertThat(LstmDocumentCategorizer.load(file).categorize("bank")).isNotNull();
  }
}
