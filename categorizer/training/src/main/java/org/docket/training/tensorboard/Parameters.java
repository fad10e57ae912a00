/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.tensorboard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.nd4j.shade.protobuf.ByteString;
import org.nd4j.shade.protobuf.CodedOutputStream;
import org.nd4j.shade.protobuf.Value;
import org.tensorflow.framework.Summary;

/**
 * The parameters of a training, and how it ended, for TensorBoard's HPARAMS; its messages ({@code
 * tensorboard/plugins/hparams/plugin_data.proto}) are in no Java library.
 *
 * <p>There is no Experiment message: TensorBoard would take that of one training for all, and show
 * neither parameters nor values that only others have. Without one it gathers them from all.
 */
final class Parameters {

  static final String START = "_hparams_/session_start_info";
  static final String END = "_hparams_/session_end_info";

  private static final String PLUGIN = "hparams";
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE]-?\\d+)?");

  // Fields of HParamsPluginData, SessionStartInfo and SessionEndInfo.
  private static final int SESSION_START_INFO = 3;
  private static final int SESSION_END_INFO = 4;
  private static final int HPARAMS = 1;
  private static final int KEY = 1;
  private static final int VALUE = 2;
  private static final int GROUP_NAME = 4;
  private static final int START_TIME = 5;
  private static final int STATUS = 1;
  private static final int END_TIME = 2;
  private static final int SUCCESS = 1;

  private Parameters() {}

  /**
   * At the start.
   *
   * @param name under which the training is listed
   * @param seconds since 1970
   */
  static Summary.Value start(String name, Map<String, String> parameters, double seconds) {
    return pluginData(
        START,
        SESSION_START_INFO,
        message -> {
          for (Map.Entry<String, String> entry : parameters.entrySet()) {
            message.writeByteArray(HPARAMS, entry(entry.getKey(), entry.getValue()));
          }
          message.writeString(GROUP_NAME, name);
          message.writeDouble(START_TIME, seconds);
        });
  }

  /** When it is over, in one way or another: TensorBoard shows others as still running. */
  static Summary.Value end(double seconds) {
    return pluginData(
        END,
        SESSION_END_INFO,
        message -> {
          message.writeEnum(STATUS, SUCCESS);
          message.writeDouble(END_TIME, seconds);
        });
  }

  private static byte[] entry(String key, String value) {
    return message(
        entry -> {
          entry.writeString(KEY, key);
          entry.writeMessage(VALUE, value(value));
        });
  }

  private static Value value(String text) {
    Value.Builder value = Value.newBuilder();
    if (text.equals("true") || text.equals("false")) {
      return value.setBoolValue(Boolean.parseBoolean(text)).build();
    }
    return NUMBER.matcher(text).matches()
        ? value.setNumberValue(Double.parseDouble(text)).build()
        : value.setStringValue(text).build();
  }

  private static Summary.Value pluginData(String tag, int field, Fields fields) {
    byte[] info = message(fields);
    return Summaries.pluginData(
        tag, PLUGIN, ByteString.copyFrom(message(data -> data.writeByteArray(field, info))));
  }

  private static byte[] message(Fields fields) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      CodedOutputStream message = CodedOutputStream.newInstance(bytes);
      fields.writeTo(message);
      message.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // not in memory
    }
  }

  private interface Fields {
    void writeTo(CodedOutputStream message) throws IOException;
  }
}
