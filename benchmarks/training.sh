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
# PYTHON names a Python with torch, THREADS how many threads both get (2).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

python=${PYTHON:-python3}
threads=${THREADS:-2}
ours() { ./docket benchmark --train --threads "$threads" --json "$@" 2> /dev/null | sed -n 's/.*"docsPerSecond":\([0-9.]*\).*/\1/p'; }
row() { awk -v o="$1" -v p="$2" 'BEGIN { printf "%9.0f %9.0f %6.2f\n", o, p, o / p }' | tee -a "$table"; }
median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

table=$(mktemp)
batches=$(mktemp)
trap 'rm -f "$table" "$batches"' EXIT
echo "   docket   pytorch  ratio"
case ${1:?"which: fixed or corpus"} in
  fixed)
    for _ in $(seq "${2:-5}"); do
      a=$(ours --length 200 --units 50,20 --batch 128 --seconds 12)
      b=$("$python" "${3:?"the path of speed.py"}" --engines pytorch --train --batches 128 --threads "$threads" |
        sed -n 's/.* fit .* \([0-9]*\) docs.*/\1/p')
      row "$a" "$b"
    done
    ;;
  corpus)
    for round in $(seq "${3:-5}"); do
      [ "$round" != 1 ] || ./docket benchmark --train --input "$2" --write-batches "$batches" > /dev/null
      a=$(ours --input "$2" --epochs "${4:-1}")
      b=$("$python" benchmarks/peers/train_pytorch.py "$batches" "$threads" "${4:-1}")
      row "$a" "$b"
    done
    ;;
  *) echo "which: fixed or corpus" >&2; exit 2 ;;
esac
printf 'median ratio %.2f\n' "$(awk '{ print $3 }' "$table" | median)"
