/* SPDX-License-Identifier: Apache-2.0 */
package com.example.tagging;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.SparkFiles;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.docket.Categorization;
import org.docket.LstmDocumentCategorizer;
import org.docket.SharedCategorizer;
import org.docket.TextCategorizer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job as the script runs it, and what it wrote beside what Docket says of the same texts. */
class MainIT {

  private static final Path HOME = Path.of(System.getProperty("docket.home"));
  private static final String MODEL = HOME.resolve("models/complaints-en.bin").toString();
  private static final int COMPLAINTS = 210;

  @TempDir static Path folder;
  private static SparkSession spark;

  @BeforeAll
  static void start() {
    spark = Main.local();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  @Test
  void eachRowHasTheTagThatDocketGives() {
    String output = folder.resolve("tagged").toString();
    Main.run(spark, HOME.resolve("conf/demo/complaints.csv").toString(), output, MODEL);

    TextCategorizer docket = LstmDocumentCategorizer.load(Path.of(MODEL));
    List<Row> rows = spark.read().parquet(output).collectAsList();
    assertThat(rows).hasSize(COMPLAINTS);
    for (Row row : rows) {
      String id = row.getAs("complaint_id");
      Categorization answer = docket.categorize(row.getAs("narrative"));
      assertThat(id).startsWith("demo-");
      assertThat(row.<Boolean>getAs("abstained")).as(id).isEqualTo(answer.abstains());
      assertThat(row.<Double>getAs("predicted_score"))
          .as(id)
          .isEqualTo(answer.best().probability());
      assertThat(row.<String>getAs("predicted_category"))
          .as(id)
          .isEqualTo(answer.abstains() ? null : answer.best().category());
    }
  }

  /** As a function asks for a file that was sent along. */
  @Test
  void aModelThatWasSentAlongIsFoundInTheTask() {
    spark.sparkContext().addFile(MODEL);
    UserDefinedFunction best =
        udf(
            (UDF1<String, String>)
                text ->
                    SharedCategorizer.of(SparkFiles.get("complaints-en.bin"))
                        .categorize(text)
                        .best()
                        .category(),
            DataTypes.StringType);
    Row row =
        spark
            .sql("SELECT 'they foreclose on my house' AS text")
            .select(best.apply(col("text")))
            .head();
    assertThat(row.getString(0)).isEqualTo("Mortgage");
  }

  @Test
  void whatSaysNothingHasNoCategory() throws Exception {
    Path csv = Files.writeString(folder.resolve("few.csv"), "narrative\nzxqv blorp\n\"\"\n");
    String output = folder.resolve("few").toString();
    Main.run(spark, csv.toString(), output, MODEL);

    List<Row> rows = spark.read().parquet(output).orderBy("narrative").collectAsList();
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).<Boolean>getAs("abstained")).isNull();
    assertThat(rows.get(1).<Boolean>getAs("abstained")).isTrue();
    assertThat(rows).allMatch(row -> row.getAs("predicted_category") == null);
  }

  @Test
  void aModelThatIsNotThereIsNamed() {
    String csv = HOME.resolve("conf/demo/complaints.csv").toString();
    String output = folder.resolve("none").toString();
    assertThatThrownBy(() -> Main.run(spark, csv, output, "/nowhere/model.bin"))
        .rootCause()
        .hasMessageContaining("the model file /nowhere/model.bin does not exist on this machine");
  }
}
