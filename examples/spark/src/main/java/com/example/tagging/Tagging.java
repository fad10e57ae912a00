/* SPDX-License-Identifier: Apache-2.0 */
package com.example.tagging;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.docket.Categorization;
import org.docket.SharedCategorizer;

/** A column of text to columns of a category, its probability, and whether the model abstains. */
final class Tagging {

  private static final StructType TAG =
      new StructType()
          .add("predicted_category", DataTypes.StringType)
          .add("predicted_score", DataTypes.DoubleType)
          .add("abstained", DataTypes.BooleanType);

  private Tagging() {}

  /**
   * Tags the rows. One without text gets no tag; one that says nothing to the model gets no
   * category.
   *
   * @param modelFile where the model is on the machines that run the tasks
   */
  static Dataset<Row> tag(Dataset<Row> rows, String textColumn, String modelFile) {
    SharedCategorizer categorizer = SharedCategorizer.of(modelFile);
    UserDefinedFunction tag =
        udf(
            (UDF1<String, Row>) text -> text == null ? null : tag(categorizer.categorize(text)),
            TAG);
    return rows.withColumn("tag", tag.apply(col(textColumn)))
        .select(col("*"), col("tag.*"))
        .drop("tag");
  }

  private static Row tag(Categorization answer) {
    String category = answer.abstains() ? null : answer.best().category();
    return RowFactory.create(category, answer.best().probability(), answer.abstains());
  }
}
