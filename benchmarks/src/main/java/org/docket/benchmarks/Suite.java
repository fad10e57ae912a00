/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * Cases that are run in turns, and what is compared.
 *
 * @param cases in the order in which each round runs them
 * @param ratios between them
 */
record Suite(List<Case> cases, List<Ratio> ratios) {

  private static final int CORES = Runtime.getRuntime().availableProcessors();

  /** The network alone, next to ONNX Runtime. */
  static Suite network() {
    Case one = ours("batch 1", "one", 1);
    Case onnxOne = onnx("batch 1", "one", 1, 1);
    Case fixed = ours("the same document always", "fixed", 1);
    Case onnxFixed = onnx("the same document always", "fixed", 1, 1);
    Case scalar = scalar("batch 1", "one", 1);
    Case batch = ours("batch 128", "batch128", 1);
    Case onnx32 = onnx("batch 32", "batch32", 1, 1);
    Case onnx128 = onnx("batch 128", "batch128", 1, 1);
    Case all = ours("batch 128", "batch128", CORES);
    Case inside32 = onnx("batch 32", "batch32", 1, CORES);
    Case inside128 = onnx("batch 128", "batch128", 1, CORES);
    Case allOne = ours("batch 1", "one", CORES);
    Case callers1 = onnx("batch 1", "one", CORES, 1);
    Case callers32 = onnx("batch 32", "batch32", CORES, 1);
    Case scalarAll = scalar("batch 128", "batch128", CORES);
    Case callers128 = onnx("batch 128", "batch128", CORES, 1);
    return new Suite(
        List.of(
            one,
            onnxOne,
            scalar,
            onnxFixed,
            fixed,
            onnx32,
            batch,
            onnx128,
            inside32,
            all,
            inside128,
            callers1,
            allOne,
            callers32,
            scalarAll,
            callers128),
        List.of(
            Ratio.of("one document at a time, 1 thread", one, onnxOne),
            Ratio.of("the same document always, 1 thread", fixed, onnxFixed),
            Ratio.of("without the Vector API: one document at a time, 1 thread", scalar, onnxOne),
            Ratio.of("batches, 1 thread", batch, onnx32, onnx128),
            Ratio.of(
                "whole machine; ONNX Runtime with all threads in one call",
                all,
                inside32,
                inside128),
            Ratio.of(
                "whole machine; ONNX Runtime with a caller on each core",
                all,
                callers1,
                callers32,
                callers128),
            Ratio.of("whole machine, one document at a time", allOne, callers1),
            Ratio.of(
                "without the Vector API: whole machine; ONNX Runtime's best",
                scalarAll,
                inside32,
                inside128,
                callers1,
                callers32,
                callers128)));
  }

  /** Text to category on one thread, next to OpenNLP's maxent. */
  static Suite text() {
    Case one = Case.of("Docket, one by one", "TextBenchmark.one", 1);
    Case all = Case.of("Docket, categorizeAll", "TextBenchmark.all", 1);
    Case scalar =
        Case.of("Docket without the Vector API, one by one", "TextBenchmark.one", 1)
            .withJvmArguments("-Ddocket.kernel=scalar");
    Case analysis = Case.of("Docket, analysis alone", "TextBenchmark.analysis", 1);
    Case whitespace =
        Case.of("maxent, white space", "MaxentBenchmark.one", 1).with("tokenizer", "whitespace");
    Case simple =
        Case.of("maxent, SimpleTokenizer", "MaxentBenchmark.one", 1).with("tokenizer", "simple");
    return new Suite(
        List.of(one, whitespace, all, simple, scalar, analysis),
        List.of(
            Ratio.of("one by one; maxent on white space", one, whitespace),
            Ratio.of("one by one; maxent on SimpleTokenizer", one, simple),
            Ratio.of("categorizeAll; maxent on white space", all, whitespace),
            Ratio.of("categorizeAll; maxent on SimpleTokenizer", all, simple),
            Ratio.of("without the Vector API; maxent on white space", scalar, whitespace),
            Ratio.of("without the Vector API; maxent on SimpleTokenizer", scalar, simple)));
  }

  private static Case ours(String what, String method, int threads) {
    return Case.of(
        String.format(Locale.ROOT, "Docket, %s, %d threads", what, threads),
        "NetworkBenchmark." + method,
        threads);
  }

  private static Case scalar(String what, String method, int threads) {
    return Case.of(
            String.format(
                Locale.ROOT, "Docket without the Vector API, %s, %d threads", what, threads),
            "NetworkBenchmark." + method,
            threads)
        .withJvmArguments("-Ddocket.kernel=scalar");
  }

  private static Case onnx(String what, String method, int callers, int threads) {
    return Case.of(
            String.format(
                Locale.ROOT, "ONNX Runtime, %s, %d caller(s) x %d threads", what, callers, threads),
            "OnnxNetworkBenchmark." + method,
            callers)
        .with("intraOp", Integer.toString(threads));
  }
}
