#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Measures Docket next to its peers, in turns, and prints the ratios that BENCHMARKS.md records.
#
#   benchmarks/run.sh network [MODEL] [--rounds 5]
#                                               the network alone, next to ONNX Runtime: that of a
#                                               model file, or of the preset `seed`
#   benchmarks/run.sh text [--rounds 5] [-p csv=FILE] [-p model=FILE] [-p maxent=FILE]
#                                               text to category, next to OpenNLP's maxent
#   benchmarks/run.sh cost [model]              time to load, heap, allocation
#   benchmarks/run.sh loading [--model FILE] [--rounds 9] [--against CLASSES] [--plain]
#                                               a fresh JVM, from its start to the first answer
#   benchmarks/run.sh explanations [--model FILE] [--input FILE] [--documents 500]
#                                               what leaving out the named words does
#
# Rounds add to those of earlier runs on the same JDK, in benchmarks/target; --rounds 0 prints the
# table again. `network` needs a Python with numpy and onnx: the one that PYTHON names, or python3.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

suite=${1:?"which: network, text, cost, loading or explanations"}
shift
target=benchmarks/target
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
classes=("$java" -cp "$target/classes:$target/lib/*")

newest=$(find pom.xml benchmarks/pom.xml benchmarks/src/*/java categorizer/*/src/main -type f -newer "$target/peers.built" -print -quit 2> /dev/null || echo none)
if [ ! -e "$target/peers.built" ] || [ -n "$newest" ]; then
  rm -rf "$target/lib" # a library of another version must not stay
  mvn -q -B -Ppeers -pl benchmarks -am -DskipTests -Dspotless.check.skip -Dforbiddenapis.skip package
  touch "$target/peers.built"
fi

release() { "$java" -XshowSettings:properties -version 2>&1 | sed -n "s/^ *$1 = //p"; }
jdk=$(release java.runtime.version)

printf '%s, %s, %s cores, JDK %s\n\n' "$(date -u +%F)" \
  "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2> /dev/null | head -1)" "$(getconf _NPROCESSORS_ONLN)" "$jdk"

case $suite in
  network)
    weights=seed
    if [ $# -gt 0 ] && [ "${1#-}" = "$1" ]; then
      weights=$1
      shift
    fi
    name=$(basename "$weights" .bin)
    "${classes[@]}" org.docket.benchmarks.WeightsFile "$weights" "$target/$name.weights"
    "${PYTHON:-python3}" benchmarks/peers/onnx_network.py "$target/$name.weights" "$target/$name.onnx"
    "${classes[@]}" org.docket.benchmarks.Compare network --results "$target/network-$name-$jdk.tsv" \
      -p "weights=$weights" -p "network=$target/$name.onnx" "$@"
    ;;
  text)
    "${classes[@]}" org.docket.benchmarks.Compare text --results "$target/text-$jdk.tsv" "$@"
    ;;
  cost)
    model=${1:-models/complaints-en.bin}
    "${classes[@]}" --add-modules jdk.incubator.vector org.docket.benchmarks.HeapOfModel "$model"
    "${classes[@]}" org.openjdk.jmh.Main -v SILENT -p "model=$model" -rf text -rff "$target/load.txt" 'LoadBenchmark'
    "${classes[@]}" org.openjdk.jmh.Main -v SILENT -p "model=$model" -prof gc -f 1 \
      -rf text -rff "$target/allocation.txt" '\.NetworkBenchmark.(one|batch128)|TextBenchmark'
    cat "$target/load.txt"
    grep -E 'Benchmark|alloc.rate.norm' "$target/allocation.txt"
    ;;
  loading)
    "${classes[@]}" org.docket.benchmarks.MeasureLoading "$@"
    ;;
  explanations)
    "${classes[@]}" --add-modules jdk.incubator.vector org.docket.benchmarks.MeasureExplanations "$@"
    ;;
  *) echo "which: network, text, cost, loading or explanations" >&2; exit 2 ;;
esac
