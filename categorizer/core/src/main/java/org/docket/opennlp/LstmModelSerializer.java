/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.opennlp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import opennlp.tools.util.model.ArtifactSerializer;
import org.docket.model.ModelStream;

/** Reads and writes the entry {@code doccat.model} for OpenNLP; see {@link ModelStream}. */
public final class LstmModelSerializer implements ArtifactSerializer<LstmModel> {

  @Override
  public LstmModel create(InputStream in) throws IOException {
    return new LstmModel(ModelStream.read(in));
  }

  @Override
  public void serialize(LstmModel model, OutputStream out) throws IOException {
    ModelStream.write(model.model(), out);
  }
}
