#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Does correcting the documents that a model doubts teach it more than correcting any? (Settles
2009.) Simulates a reviewer, whose word is the label in the file, by Docket's own commands.

  loop.py run TRAIN.csv[.gz] POOL.csv[.gz] --work DIR --base N [--seeds 1 2 3] [--strategies …]
  loop.py table DIR…              what came of it, as a table
  loop.py chart DIR… --out PNG    the curves (needs matplotlib)

run: --test documents of TRAIN and --validation more are set aside (all that begin alike together;
without --validation each training splits a tenth off), and --base of the rest (0: all) are what the
first model learns from. Then, in --rounds, `classify` answers all of POOL, a
strategy chooses --take documents, their labels are written as `review --export` writes them, and
`train --reviewed` makes the next model. Strategies: random; confidence (lowest probability of the
best category); margin (smallest lead of the best over the second); spread (as confidence, but in
turns over the pairs of best and second category, and one of those that begin alike).

Accuracy is measured on four kinds of documents, always beside that of the first model on the same
documents:
  test    those set aside, which no strategy may choose
  common  what neither the strategy nor random took of the pool: the same documents for both
  own     what the strategy left of the pool. It took the hard ones away, which alone raises
          accuracy: only the raise over the first model on the same documents says anything.
  pool    all of the pool, of which the reviewed documents are right: what people find in the index

Answers of each model are kept in DIR, so that an interrupted run goes on. --jvm CLASSPATH runs the
commands in one Java (benchmarks/Commands.java), which need not start each time; by default each is
a ./docket.
"""
import argparse
import collections
import csv
import gzip
import hashlib
import json
import os
import pathlib
import random
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
STRATEGIES = ["random", "confidence", "margin", "spread"]
COLOURS = {"random": "#666666", "confidence": "#c1440e", "margin": "#1f77b4", "spread": "#2e8b57"}
csv.field_size_limit(10**9)


def read(path):
    opened = gzip.open if str(path).endswith(".gz") else open
    with opened(path, "rt", encoding="utf-8", newline="") as file:
        return [(row["category"], row["narrative"]) for row in csv.DictReader(file)]


def opening(text):
    """As Docket's own split knows form letters: 200 letters."""
    return "".join(c for c in text.lower() if c.isalpha())[:200]


class Docket:
    def __init__(self, classpath):
        self.process = None
        if classpath:
            command = ["java", "--add-modules", "jdk.incubator.vector", "-XX:+UseSerialGC", "-Xmx4g",
                       f"-Ddocket.home={HERE.parent}", "-cp", classpath, HERE / "Commands.java"]
            self.process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                env=os.environ | {"OMP_NUM_THREADS": "1"}, stderr=open("loop-jvm.log", "a"))

    def __call__(self, out, *arguments):
        arguments = [str(argument) for argument in arguments]
        if self.process:
            self.process.stdin.write("\t".join([str(out)] + arguments) + "\n")
            self.process.stdin.flush()
            code = int(self.process.stdout.readline() or -1)
        else:
            with open(out, "w") as file:
                code = subprocess.run([HERE.parent / "docket"] + arguments, stdout=file).returncode
        if code:
            sys.exit(f"loop.py: docket {' '.join(arguments)} ended with {code}")


def write_csv(path, documents):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["category", "narrative"])
        writer.writerows(documents)


def split(documents, tested, validated, base, seed):
    """Documents to test and to validate on, which are the same for all seeds and bases, and to learn
    from."""
    groups = collections.defaultdict(list)
    for document in documents:
        groups[opening(document[1])].append(document)
    keys = sorted(groups, key=lambda key: hashlib.sha256(key.encode()).digest())
    test, validation = [], []
    for part, size in ((test, tested), (validation, validated)):
        while len(part) < size:
            part += groups[keys.pop()]
    rest = [document for key in keys for document in groups[key]]
    random.Random(seed).shuffle(rest)
    return test, validation, rest[:base] if base else rest


def answers(docket, model, file, out):
    """(best category, its probability, second category, its probability) of each document."""
    docket(out, "classify", "--quiet", "--model", model, "--format", "jsonl", "--top", "2", file)
    found = []
    with open(out, encoding="utf-8") as lines:
        for line in lines:
            best = json.loads(line)["categories"]
            best += [{"category": "", "probability": 0}] * (2 - len(best))
            found.append([best[0]["category"], best[0]["probability"],
                          best[1]["category"], best[1]["probability"]])
    os.remove(out)
    return found


def choose(strategy, pool, said, taken, count, drawn):
    free = [i for i in range(len(pool)) if i not in taken]
    if strategy == "random":
        return drawn.sample(free, count)
    if strategy == "margin":
        return sorted(free, key=lambda i: said[i][1] - said[i][3])[:count]
    free.sort(key=lambda i: said[i][1])
    if strategy == "confidence":
        return free[:count]
    pairs = collections.defaultdict(list)
    seen = {opening(pool[i][1]) for i in taken}
    for i in free:
        if opening(pool[i][1]) not in seen:
            seen.add(opening(pool[i][1]))
            pairs[frozenset((said[i][0], said[i][2]))].append(i)
    chosen = []
    while len(chosen) < count:
        for pair in sorted(pairs.values(), key=lambda pair: said[pair[0]][1] if pair else 2):
            if pair and len(chosen) < count:
                chosen.append(pair.pop(0))
    return chosen


def review(pool, said, chosen, file):
    """As review --export writes it."""
    with open(file, "a", encoding="utf-8") as out:
        for i in chosen:
            category, text = pool[i]
            out.write(json.dumps({
                "id": f"pool{i}", "narrative": text, "category": category, "reviewed_by": "loop.py",
                "reviewed_at": "2026-01-01T00:00:00Z", "model_category": said[i][0],
                "model_score": said[i][1],
                "verdict": "accepted" if said[i][0] == category else "corrected"}) + "\n")


def preset(config, seed, epochs, file):
    lines = pathlib.Path(config).read_text(encoding="utf-8").splitlines()
    values = {"training.seed": seed} | ({"training.epochs": epochs} if epochs else {})
    kept = [line for line in lines if line.split("=")[0].strip() not in values]
    file.write_text("\n".join(kept + [f"{k} = {v}" for k, v in values.items()]) + "\n")


def run(arguments):
    documents, pool = read(arguments.train), read(arguments.pool)
    work = arguments.work
    work.mkdir(parents=True, exist_ok=True)
    docket = Docket(arguments.jvm)
    for seed in arguments.seeds:
        test, validation, base = split(
            documents, arguments.test, arguments.validation, arguments.base, seed)
        ask = work / "ask.csv"
        write_csv(ask, pool + test)
        write_csv(work / "base.csv", base)
        write_csv(work / "validation.csv", validation)
        common = ["--validation", work / "validation.csv"] if validation else []
        preset(arguments.config, seed, arguments.epochs, work / "loop.properties")
        gold = [document[0] for document in pool + test]

        def train(name, *more):
            kept = work / f"{name}.json"
            if kept.exists():
                return json.loads(kept.read_text())["said"]
            docket(work / "train.log", "train", "--quiet", "--input", work / "base.csv", "--output",
                   work / "loop.bin", "--config", work / "loop.properties", *common, *more)
            said = answers(docket, work / "loop.bin", ask, work / "answers.jsonl")
            right = [int(category == answer[0]) for category, answer in zip(gold, said)]
            kept.write_text(json.dumps({"said": said, "right": right, "pool": len(pool),
                                        "base": len(base)}))
            print(f"base {len(base)} seed {seed} {name}: test "
                  f"{sum(right[len(pool):]) / len(test):.4f}", flush=True)
            return said

        first = train(f"{seed}-first-0")
        for strategy in arguments.strategies:
            said, taken, drawn = first, [], random.Random(seed)
            reviewed = work / f"{seed}-{strategy}.jsonl"
            reviewed.unlink(missing_ok=True)
            for round_ in range(1, arguments.rounds + 1):
                chosen = choose(strategy, pool, said, set(taken), arguments.take, drawn)
                review(pool, said, chosen, reviewed)
                taken += chosen
                (work / f"{seed}-{strategy}-{len(taken)}.taken").write_text(json.dumps(taken))
                said = train(f"{seed}-{strategy}-{len(taken)}", "--reviewed", reviewed,
                             *(["--reviewed-weight", arguments.weight] if arguments.weight else []))


def mean(values):
    return sum(values) / len(values)


def results(folder):
    """base, seed, strategy, corrections, then accuracy and raise on test, common and own, and the
    share of the chosen that the model had wrong."""
    rows = []
    for file in sorted(folder.glob("*.taken")):
        seed, strategy, count = file.stem.split("-")
        after = folder / f"{file.stem}.json"
        other = folder / f"{seed}-random-{count}.taken"
        if not after.exists():
            continue
        first = json.loads((folder / f"{seed}-first-0.json").read_text())
        new = json.loads(after.read_text())["right"]
        old, size, taken = first["right"], first["pool"], json.loads(file.read_text())
        own = [i for i in range(size) if i not in set(taken)]
        parts = {"test": range(size, len(new)), "own": own}
        row = {"base": first["base"], "seed": int(seed), "strategy": strategy, "corrections": int(count),
               "wrong": 1 - mean([old[i] for i in taken])}
        if other.exists() and strategy != "random":
            drawn = set(json.loads(other.read_text()))
            parts["common"] = [i for i in own if i not in drawn]
            at_random = folder / f"{seed}-random-{count}.json"
            if at_random.exists():
                theirs = json.loads(at_random.read_text())["right"]
                row["common random"] = mean([theirs[i] for i in parts["common"]])
        for part, numbers in parts.items():
            row[part] = mean([new[i] for i in numbers])
            row[part + " before"] = mean([old[i] for i in numbers])
        row["pool"] = (sum(new[i] for i in own) + len(taken)) / size
        row["pool before"] = mean(old[:size])
        rows.append(row)
    return rows


def grouped(folders):
    groups = collections.defaultdict(list)
    for folder in folders:
        for row in results(folder):
            groups[row["base"], row["strategy"], row["corrections"]].append(row)
    return dict(sorted(groups.items(), key=lambda g: (g[0][0], STRATEGIES.index(g[0][1]), g[0][2])))


def table(arguments):
    def cell(rows, part):
        there = [row for row in rows if part in row]
        if not there:
            return "", ""
        after, before = mean([r[part] for r in there]), mean([r[part + " before"] for r in there])
        return f"{100 * after:.2f}", f"{100 * (after - before):+.2f}"

    writer = csv.writer(sys.stdout)
    writer.writerow(["base", "strategy", "corrections", "seeds", "chosen that were wrong", "test",
                     "raise", "common", "raise", "raise of random there", "own", "raise",
                     "pool", "raise"])
    for (base, strategy, corrections), rows in grouped(arguments.folders).items():
        both = [row for row in rows if "common random" in row]
        writer.writerow([
            base, strategy, corrections, len(rows), f"{100 * mean([r['wrong'] for r in rows]):.1f}",
            *cell(rows, "test"), *cell(rows, "common"),
            f"{100 * mean([r['common random'] - r['common before'] for r in both]):+.2f}" if both
            else "",
            *cell(rows, "own"), *cell(rows, "pool")])


def draw(panel, groups, base, strategy, part, before, of=None):
    """The raise over the first model: mean, and from the lowest to the highest seed."""
    points = {0: [0]}
    for (its_base, its, count), rows in groups.items():
        values = [100 * (row[part] - row[before]) for row in rows if part in row]
        if (its_base, its) == (base, of or strategy) and values:
            points[count] = values
    if len(points) > 1:
        colour, counts = COLOURS[strategy], list(points)
        panel.plot(counts, [mean(v) for v in points.values()], "o-", ms=4, color=colour,
                   label=strategy)
        panel.fill_between(counts, [min(v) for v in points.values()],
                           [max(v) for v in points.values()], color=colour, alpha=0.12, linewidth=0)


def chart(arguments):
    import matplotlib
    matplotlib.use("svg" if arguments.out.suffix == ".svg" else "agg")
    from matplotlib import pyplot
    groups = grouped(arguments.folders)
    bases = sorted({key[0] for key in groups})
    kinds = {"test": "documents that none may choose", "common": "what doubt and chance both left",
             "pool": "the whole pool, with what was reviewed"}
    figure, panels = pyplot.subplots(
        len(bases), len(kinds), figsize=(3.4 * len(kinds), 2.9 * len(bases) + 0.4), squeeze=False,
        sharex=True, sharey="col")
    for row, base in zip(panels, bases):
        for panel, (part, title) in zip(row, kinds.items()):
            for strategy in arguments.strategies:
                draw(panel, groups, base, strategy, part, part + " before")
            if part == "common":
                draw(panel, groups, base, "random", "common random", "common before", "confidence")
            panel.axhline(0, color="#bbbbbb", linewidth=0.8)
            panel.grid(color="#eeeeee")
            panel.spines[["top", "right"]].set_visible(False)
            panel.set_title(title, fontsize=9)
        row[0].set_ylabel(f"points, beside {base:,} labels", fontsize=9)
    for panel in panels[-1]:
        panel.set_xlabel("reviewed documents", fontsize=9)
    panels[0][0].legend(frameon=False, fontsize=9)
    figure.suptitle("Accuracy over that of the first model on the same documents", fontsize=11)
    figure.tight_layout()
    figure.savefig(arguments.out, dpi=110, facecolor="white")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    one = commands.add_parser("run")
    one.add_argument("train", type=pathlib.Path)
    one.add_argument("pool", type=pathlib.Path)
    one.add_argument("--work", type=pathlib.Path, required=True)
    one.add_argument("--base", type=int, required=True)
    one.add_argument("--test", type=int, default=3000)
    one.add_argument("--validation", type=int, default=1000)
    one.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    one.add_argument("--strategies", nargs="+", default=STRATEGIES, choices=STRATEGIES)
    one.add_argument("--rounds", type=int, default=5)
    one.add_argument("--take", type=int, default=100)
    one.add_argument("--weight")
    one.add_argument("--epochs", type=int)
    one.add_argument("--config", default=HERE.parent / "conf/training/default.properties")
    one.add_argument("--jvm")
    one.set_defaults(run=run)
    for name, function in (("table", table), ("chart", chart)):
        other = commands.add_parser(name)
        other.add_argument("folders", type=pathlib.Path, nargs="+")
        other.set_defaults(run=function)
        if name == "chart":
            other.add_argument("--out", type=pathlib.Path, required=True)
            other.add_argument("--strategies", nargs="+", default=STRATEGIES, choices=STRATEGIES)
    arguments = parser.parse_args()
    arguments.run(arguments)


if __name__ == "__main__":
    main()
