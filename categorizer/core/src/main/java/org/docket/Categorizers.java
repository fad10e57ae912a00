/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import opennlp.tools.util.ext.ExtensionNotLoadedException;
import org.docket.error.DocketException;
import org.docket.io.Reopenable;
import org.docket.kernel.Kernels;
import org.docket.model.ModelFile;

/** Loads models. */
public final class Categorizers {

  private Categorizers() {}

  /**
   * Loads any OpenNLP doccat model: one that Docket trained, or one of OpenNLP's own maxent,
   * perceptron and naive Bayes models.
   *
   * @throws DocketException if the file is missing or is not a usable doccat model, or does not fit
   *     into the JVM's heap; the message names the file
   */
  public static TextCategorizer load(Path modelFile) {
    Kernels.best(); // complains of a wrong system property, which is no fault of the model
    try {
      return read(() -> Files.newInputStream(modelFile));
    } catch (IOException
        | IllegalArgumentException
        | ExtensionNotLoadedException
        | DocketException e) {
      throw ModelFile.unusable(modelFile, e);
    }
  }

  /**
   * Loads any OpenNLP doccat model from wherever it is.
   *
   * @param model is opened twice: what it is comes before what is in it
   * @param name what messages call the model
   * @throws DocketException if it is not a usable doccat model, or does not fit into the JVM's
   *     heap; the message begins with the name
   */
  public static TextCategorizer load(Reopenable model, String name) {
    Kernels.best(); // as above
    try {
      return read(model);
    } catch (IOException
        | IllegalArgumentException
        | ExtensionNotLoadedException
        | DocketException e) {
      throw ModelFile.unusable(name, e);
    }
  }

  private static TextCategorizer read(Reopenable model) throws IOException {
    boolean docket = isDocketModel(model);
    // One at a time: what the heap has room for is asked before it is taken.
    synchronized (Categorizers.class) {
      try (InputStream in = new BufferedInputStream(model.open())) {
        return docket
            ? LstmDocumentCategorizer.of(ModelFile.read(in))
            : new DoccatTextCategorizer(StockModel.read(in));
      }
    }
  }

  private static boolean isDocketModel(Reopenable model) throws IOException {
    try (InputStream in = new BufferedInputStream(model.open())) {
      return ModelFile.isDocketModel(in);
    }
  }
}
