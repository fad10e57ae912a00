#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Measures training next to PyTorch, in turns, and prints documents per second and their ratio.
#
#   benchmarks/training.sh fixed [ROUNDS] [SPEED.PY]   random documents of 200 tokens, batches of 128,
#                                                      LSTM 50 and 20; the peer is a speed.py that
#                                                      prints a line "pytorch fit … N docs/s"
#   benchmarks/training.sh corpus CSV [ROUNDS] [EPOCH] the first epoch, or another one, of the default
#                                                      preset on documents
#
# PyTorch runs twice a round: as it comes, and with an allocator that keeps its memory. By default
# glibc gives the arrays of each step back to the system, and on some virtual machines to get them
# again takes longer than the step. Both ratios are printed.
#
# PYTHON names a Python with torch, THREADS how many threads both get (2).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

python=${PYTHON:-python3}
threads=${THREADS:-2}
ours() { ./docket benchmark --train --threads "$threads" --json "$@" 2> /dev/null | sed -n 's/.*"docsPerSecond":\([0-9.]*\).*/\1/p'; }
keeping() { MALLOC_TRIM_THRESHOLD_=4000000000 MALLOC_MMAP_MAX_=0 MALLOC_TOP_PAD_=500000000 "$@"; }
fixed() {
  "$python" "$speed" --engines pytorch --train --batches 128 --threads "$threads" |
    sed -n 's/.* fit .* \([0-9]*\) docs.*/\1/p'
}
corpus() { "$python" benchmarks/peers/train_pytorch.py "$batches" "$threads" "$epoch"; }
row() {
  awk -v o="$1" -v p="$2" -v k="$3" \
    'BEGIN { printf "%9.0f %9.0f %6.2f %15.0f %6.2f\n", o, p, o / p, k, o / k }' | tee -a "$table"
}
median() {
  awk -v c="$1" '{ print $c }' "$table" | sort -n |
    awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

table=$(mktemp)
batches=$(mktemp)
trap 'rm -f "$table" "$batches"' EXIT
echo "   docket   pytorch  ratio  keeping memory  ratio"
case ${1:?"which: fixed or corpus"} in
  fixed)
    speed=${3:?"the path of speed.py"}
    for _ in $(seq "${2:-5}"); do
      a=$(ours --length 200 --units 50,20 --batch 128 --seconds 12)
      row "$a" "$(fixed)" "$(keeping fixed)"
    done
    ;;
  corpus)
    epoch=${4:-1}
    ./docket benchmark --train --input "$2" --write-batches "$batches" > /dev/null
    for _ in $(seq "${3:-5}"); do
      a=$(ours --input "$2" --epochs "$epoch")
      row "$a" "$(corpus)" "$(keeping corpus)"
    done
    ;;
  *) echo "which: fixed or corpus" >&2; exit 2 ;;
esac
printf 'median ratios %.2f and %.2f\n' "$(median 3)" "$(median 5)"
