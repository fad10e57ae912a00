#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What tagging costs an indexing Solr, and where the time goes.

  benchmarks/solr.py FILE.csv.gz [--documents 10000] [--batch 500] [--clients 2] [--rounds 6]

Starts `./docket demo` with Java's Flight Recorder, and indexes the file's complaints (a column
"narrative") again and again, with the plugin and without it (doccat=false) in turns. Requests are
made before the clock starts; a round ends with a hard commit. Prints

  - documents per second of each round, and their ratio;
  - what a document takes in analysis and in the network, by the plugin's own metrics;
  - what all the rest of the plugin takes: its samples in the recording, in proportion to those of
    analysis and network, whose time is known.
"""
import argparse
import collections
import csv
import gzip
import http.client
import json
import os
import pathlib
import queue
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time

HOME = pathlib.Path(__file__).resolve().parent.parent
CORE = "/solr/complaints"
WARM_UP = 2

# The frame nearest to the top that matches tells what a sample was doing; the first match counts.
PLACES = [
    ("analysis", ("org.docket.text.", "org.docket.vocabulary.")),
    ("network", ("org.docket.inference.", "org.docket.kernel.")),
    ("answers", ("org.docket.solr.document.", "org.docket.solr.metrics.", "org.docket.solr.update.",
                 "org.docket.solr.", "org.docket.")),
    ("Solr", ("org.apache.solr.update.", "org.apache.solr.handler.", "org.apache.solr.servlet.",
              "org.apache.lucene.index.")),
]
# Called by the plugin, which inherits it: what is above it is Solr's.
NEXT = "org.apache.solr.update.processor.UpdateRequestProcessor"


class Solr:
    """Docket's demo in a process of its own."""

    def __init__(self, recording):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        options = f"-XX:StartFlightRecording=filename={recording},settings=profile"
        self.process = subprocess.Popen(
            [HOME / "docket", "demo", "--port", str(self.port)], stdout=subprocess.PIPE, text=True,
            env={**os.environ, "DOCKET_JAVA_OPTS": os.environ.get("DOCKET_JAVA_OPTS", "") + " " + options})
        for line in self.process.stdout:
            if line.startswith("Open in a browser"):
                return
        sys.exit("Solr did not start; see above")

    def connect(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=300)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()

    def ask(self, method, path, body=None, connection=None):
        connection = connection or self.connect()
        connection.request(method, path, body, {"Content-Type": "application/json"})
        response = connection.getresponse()
        text = response.read()
        if response.status != 200:
            sys.exit(f"{path}: {text[:500]}")
        return text

    def metrics(self):
        answer = json.loads(self.ask("GET", "/solr/admin/metrics?group=core&prefix=UPDATE.doccat.&wt=json"))
        metrics = answer["metrics"]["solr.core.complaints"]
        return {name.rsplit(".", 1)[1]: value["count"] if isinstance(value, dict) and "count" in value else value
                for name, value in metrics.items()}


def bodies(path, count, batch):
    csv.field_size_limit(10 ** 9)
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8", newline="") as file:
        rows = [row["narrative"] for _, row in zip(range(count), csv.DictReader(file))]
    documents = [{"complaint_id": str(i), "narrative": text} for i, text in enumerate(rows)]
    return [json.dumps(documents[i:i + batch]).encode() for i in range(0, len(documents), batch)], len(documents)


def measure(solr, requests, documents, clients, tag):
    """Documents per second."""
    solr.ask("POST", f"{CORE}/update?commit=true", b'{"delete":{"query":"*:*"}}')
    work = queue.Queue()
    for body in requests:
        work.put(body)

    def client():
        connection = solr.connect()
        while True:
            try:
                body = work.get_nowait()
            except queue.Empty:
                return
            solr.ask("POST", f"{CORE}/update?doccat={tag}", body, connection)

    threads = [threading.Thread(target=client) for _ in range(clients)]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    solr.ask("POST", f"{CORE}/update?commit=true", b"{}")
    return documents / (time.perf_counter() - start)


def place(frames):
    """What a sample was doing; frames from the top."""
    for frame in frames:
        if frame.startswith(NEXT + "."):
            return "Solr"
        for name, prefixes in PLACES:
            if frame.startswith(prefixes):
                return name
    return "other"


def samples(recording):
    """How many samples each place has, those beside the requests left out, and the plugin's own."""
    printed = subprocess.run(
        ["jfr", "print", "--json", "--events", "jdk.ExecutionSample", "--stack-depth", "64", recording],
        capture_output=True, check=True, text=True).stdout
    counts, own = collections.Counter(), collections.Counter()
    for event in json.loads(printed)["recording"]["events"]:
        trace = event["values"]["stackTrace"]
        if trace is None:
            continue
        methods = [(frame["method"]["type"]["name"].replace("/", "."), frame["method"]["name"])
                   for frame in trace["frames"]]
        frames = [f"{owner}.{name}" for owner, name in methods]
        if not any(frame.startswith("org.docket.solr.update.DoccatUpdateProcessor") for frame in frames):
            continue
        where = place(frames)
        counts[where] += 1
        if where == "answers":
            own[next(frame for frame in frames if frame.startswith("org.docket."))] += 1
    return counts, own


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("csv")
    for name, default in (("documents", 10000), ("batch", 500), ("clients", 2), ("rounds", 6)):
        parser.add_argument("--" + name, type=int, default=default)
    arguments = parser.parse_args()
    requests, documents = bodies(arguments.csv, arguments.documents, arguments.batch)
    with tempfile.TemporaryDirectory() as folder:
        recording = os.path.join(folder, "solr.jfr")
        solr = Solr(recording)
        try:
            for _ in range(WARM_UP):
                measure(solr, requests, documents, arguments.clients, "true")
                measure(solr, requests, documents, arguments.clients, "false")
            before, ratios = solr.metrics(), []
            for _ in range(arguments.rounds):
                untagged = measure(solr, requests, documents, arguments.clients, "false")
                tagged = measure(solr, requests, documents, arguments.clients, "true")
                ratios.append(tagged / untagged)
                print(f"untagged {untagged:7.0f}  tagged {tagged:7.0f} docs/s  ratio {ratios[-1]:.3f}", flush=True)
            after = solr.metrics()
        finally:
            solr.stop()
        counts, own = samples(recording)
    print(f"median ratio {statistics.median(ratios):.3f} ({min(ratios):.3f} - {max(ratios):.3f}), "
          f"batches of {arguments.batch}, {arguments.clients} clients")
    texts = after["categorized"] - before["categorized"]
    known = {name: (after[f"{name}Micros"] - before[f"{name}Micros"]) / texts for name in ("analysis", "network")}
    scale = sum(known.values()) / (counts["analysis"] + counts["network"])
    print(f"analysis {known['analysis']:.1f} us a document, network {known['network']:.1f} us "
          f"({counts['analysis']} and {counts['network']} samples)")
    print(f"the rest of the plugin {scale * counts['answers']:.1f} us a document ({counts['answers']} samples); most of it in")
    for frame, count in own.most_common(8):
        print(f"  {scale * count:5.2f} us  {frame}")
    print(f"Solr behind the plugin {scale * counts['Solr']:.0f} us a document ({counts['Solr']} samples), "
          f"other {scale * counts['other']:.1f} us ({counts['other']})")


if __name__ == "__main__":
    main()
