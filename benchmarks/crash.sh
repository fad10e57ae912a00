#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Kills Solr in the middle of indexing, again and again, and looks at what is left.
#
#   benchmarks/crash.sh [CYCLES] [--seed N]      100 cycles by default, about ten minutes
#
# A cycle: two clients add batches of complaints, without a commit, to Docket's own Solr in a
# process of its own; 0.1 to 1.5 seconds after the first of them the process gets a kill -9; it starts again on the
# same folder; then every document that Solr acknowledged, in this cycle or an earlier one, must be
# there, every document must have a tag, and documents with the same text the same one, to the bit.
# Exit code: 0 if that holds after each cycle, 1 if not (Solr's home and log stay in
# benchmarks/target/crash), 2 if the command line is wrong.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

options=()
case ${1:-} in
  "" | -*) ;;
  *) options=(--cycles "$1"); shift ;;
esac

rm -rf benchmarks/target/lib cli-solr/target/lib # a library of another version must not stay
rm -f cli-solr/target/docket-*.jar solr-plugin/target/docket-solr-*.zip
mvn -q -B -pl benchmarks,cli-solr,solr-plugin -am -DskipTests -Dmaven.test.skip -Dspotless.check.skip -Dforbiddenapis.skip package

folder=$PWD/benchmarks/target/crash
rm -rf "$folder"
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "benchmarks/target/classes:benchmarks/target/lib/*" \
  org.docket.benchmarks.crash.Crash \
  --folder "$folder" \
  --class-path "$PWD/cli-solr/target/lib/*" \
  --plugin "$(echo "$PWD"/solr-plugin/target/docket-solr-*.zip)" \
  --model "$PWD/models/complaints-en.bin" \
  --configset "$PWD/conf/complaints" \
  --csv "$PWD/conf/demo/complaints.csv" \
  "${options[@]}" "$@"
