/* SPDX-License-Identifier: Apache-2.0 */
package com.example.tagging;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** The job: a CSV with a column "narrative" in, Parquet with the tags out. */
public final class Main {

  private Main() {}

  /**
   * Runs the job in this process, with two threads.
   *
   * @param args the CSV, the folder to write, the model
   */
  public static void main(String[] args) {
    if (args.length != 3) {
      System.err.println("usage: run COMPLAINTS.csv OUTPUT MODEL.bin");
      System.exit(2);
    }
    SparkSession spark = local();
    try {
      run(spark, args[0], args[1], args[2]);
      spark
          .read()
          .parquet(args[1])
          .groupBy("predicted_category")
          .count()
          .orderBy("predicted_category")
          .show(false);
    } finally {
      spark.stop();
    }
  }

  /** Spark in this process. A job for a cluster leaves all of this to spark-submit. */
  static SparkSession local() {
    return SparkSession.builder()
        .appName("tagging")
        .master("local[2]")
        .config("spark.ui.enabled", false)
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .getOrCreate();
  }

  static void run(SparkSession spark, String csv, String output, String modelFile) {
    Dataset<Row> complaints =
        spark
            .read()
            .option("header", true)
            .option("multiLine", true) // a complaint has line breaks
            .option("escape", "\"") // and quotes, which CSV doubles
            .csv(csv);
    Tagging.tag(complaints, "narrative", modelFile)
        .write()
        .mode(SaveMode.ErrorIfExists)
        .parquet(output);
  }
}
