#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes a corpus for measuring memory: a gzipped CSV of category and narrative, documents of 50 to
250 words, 150 on average, nine categories of unequal size.

  million.py FILE.csv.gz [DOCUMENTS]

The words are drawn from a power law without an end (Zipf, Mandelbrot), so that the vocabulary grows
with the corpus as that of real text does: a million documents have about a million distinct words,
most of which occur once. One word of each document tells its category, more or less. The same
arguments give the same documents.
"""
import gzip
import random
import sys

CATEGORIES = [
    "Bank account", "Credit card", "Credit reporting", "Debt collection", "Money transfer",
    "Mortgage", "Payday loan", "Student loan", "Vehicle loan",
]
SIZES = [7, 11, 21, 28, 1, 11, 12, 6, 2]
# Consonant and vowel: no stop word is made of two or more of these, and no stemmer cuts them.
SYLLABLES = [c + v for c in "bcdfghklmnprstvwz" for v in "aou"]
OFFSET, EXPONENT = 20, 1.55
HINTS = 50  # words that tell a category


def word(rank):
    text = ""
    number = rank + len(SYLLABLES)
    while number:
        number, syllable = divmod(number, len(SYLLABLES))
        text += SYLLABLES[syllable]
    return text


def main():
    path = sys.argv[1]
    documents = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    drawn = random.Random(42)
    frequent = [word(rank) for rank in range(200_000)]
    power = -1 / (EXPONENT - 1)
    with gzip.open(path, "wt", compresslevel=1, encoding="ascii") as out:
        out.write("category,narrative\n")
        for _ in range(documents):
            category = drawn.choices(range(len(CATEGORIES)), SIZES)[0]
            hint = category if drawn.random() < 0.9 else drawn.randrange(len(CATEGORIES))
            words = [f"hint{'abcdefghi'[hint]}{word(drawn.randrange(HINTS))}"]
            for _ in range(drawn.randrange(49, 250)):
                # Inverse of the distribution; 1 - random() is never 0.
                rank = int(OFFSET * ((1 - drawn.random()) ** power - 1))
                words.append(frequent[rank] if rank < len(frequent) else word(rank))
            drawn.shuffle(words)
            out.write(f"{CATEGORIES[category]},{' '.join(words)}\n")


if __name__ == "__main__":
    main()
