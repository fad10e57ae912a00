/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.tensorboard;

import org.nd4j.shade.protobuf.ByteString;
import org.tensorflow.framework.DataType;
import org.tensorflow.framework.HistogramProto;
import org.tensorflow.framework.Summary;
import org.tensorflow.framework.SummaryMetadata;
import org.tensorflow.framework.TensorProto;
import org.tensorflow.framework.TensorShapeProto;

/** Values of a summary, each under a tag, for the plug-ins of TensorBoard. */
final class Summaries {

  private Summaries() {}

  static Summary.Value scalar(String tag, double value) {
    return Summary.Value.newBuilder().setTag(tag).setSimpleValue((float) value).build();
  }

  static Summary.Value histogram(String tag, HistogramProto histogram) {
    return Summary.Value.newBuilder().setTag(tag).setHisto(histogram).build();
  }

  static Summary.Value image(String tag, Png png) {
    return Summary.Value.newBuilder()
        .setTag(tag)
        .setImage(
            Summary.Image.newBuilder()
                .setWidth(png.width())
                .setHeight(png.height())
                .setColorspace(3) // RGB
                .setEncodedImageString(ByteString.copyFrom(png.bytes())))
        .build();
  }

  /** A text in Markdown. */
  static Summary.Value text(String tag, String markdown) {
    return Summary.Value.newBuilder()
        .setTag(tag)
        .setMetadata(metadata("text", ByteString.EMPTY))
        .setTensor(
            TensorProto.newBuilder()
                .setDtype(DataType.DT_STRING)
                .setTensorShape(TensorShapeProto.getDefaultInstance())
                .addStringVal(ByteString.copyFromUtf8(markdown)))
        .build();
  }

  /** What a plug-in finds in the metadata alone. */
  static Summary.Value pluginData(String tag, String plugin, ByteString content) {
    return Summary.Value.newBuilder()
        .setTag(tag)
        .setMetadata(metadata(plugin, content))
        .setTensor(
            TensorProto.newBuilder()
                .setDtype(DataType.DT_FLOAT)
                .setTensorShape(
                    TensorShapeProto.newBuilder()
                        .addDim(TensorShapeProto.Dim.newBuilder().setSize(0))))
        .build();
  }

  private static SummaryMetadata metadata(String plugin, ByteString content) {
    return SummaryMetadata.newBuilder()
        .setPluginData(
            SummaryMetadata.PluginData.newBuilder().setPluginName(plugin).setContent(content))
        .build();
  }
}
