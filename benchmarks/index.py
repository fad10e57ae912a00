#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How fast `docket index` is, and what memory it takes, beside plain posting of the same documents.

  benchmarks/index.py FILE.csv.gz [--rounds 1] [--batch 500] [--tagging true,false] [--kinds index,csv,json]

The file has the columns category and narrative, as benchmarks/million.py writes it. Solr runs in a
process of its own, of the built cli-solr (./docket index --help builds it), and is emptied before
each round. All kinds send the first documents once before the clock starts. In turns, with tagging and without it (doccat=false):

  index  ./docket index --input FILE
  csv    the whole file as one stream of CSV, as bin/post sends it, rows numbered by Solr
  json   batches of JSON by one thread, rows numbered

Each ends with a commit and must leave as many documents as the file has different ones. Prints
documents a second, the processor seconds of client and Solr, and the client's memory every ten
seconds (RSS); the last line is JSON.
"""
import argparse
import csv
import gzip
import http.client
import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

HOME = pathlib.Path(__file__).resolve().parent.parent
CORE = "/solr/complaints"
SAMPLE_SECONDS = 10


class Solr:
    """Docket's own server in a process of its own."""

    def __init__(self, folder, memory):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        plugin = next((HOME / "solr-plugin/target").glob("docket-solr-*.zip"))
        target = HOME / "cli-solr/target"
        self.log = open(pathlib.Path(folder) / "solr.log", "w")
        self.process = subprocess.Popen(
            ["java", f"-Xmx{memory}", "-cp", f"{target}/*:{target}/lib/*",
             "org.docket.solr.server.ServerProcess", pathlib.Path(folder) / "home", str(self.port), plugin,
             HOME / "models/complaints-en.bin", HOME / "conf/complaints", "complaints"],
            stdout=self.log, stderr=self.log)
        while True:
            try:
                self.count()
                return
            except (OSError, KeyError, ValueError):
                if self.process.poll() is not None:
                    sys.exit("Solr did not start; see " + self.log.name)
                time.sleep(0.5)

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}{CORE}"

    def connect(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=7200)

    def ask(self, path, body=None, kind="application/json", connection=None):
        connection = connection or self.connect()
        connection.request("GET" if body is None else "POST", CORE + path, body, {"Content-Type": kind})
        response = connection.getresponse()
        text = response.read()
        if response.status != 200:
            raise ValueError(text[:500])
        return json.loads(text)

    def count(self):
        return self.ask("/select?rows=0")["response"]["numFound"]

    def clear(self):
        self.ask("/update?commit=true", b'{"delete":{"query":"*:*"}}')

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()


class Watched:
    """Memory of a process over time, in MB."""

    def __init__(self, pid):
        self.pid = pid
        self.samples = []
        self.over = threading.Event()
        self.thread = threading.Thread(target=self.watch)
        self.thread.start()

    def watch(self):
        while True:
            rss = status(self.pid)
            if rss:
                self.samples.append(rss)
            if self.over.wait(SAMPLE_SECONDS):
                return

    def stop(self):
        self.over.set()
        self.thread.join()


def status(pid):
    try:
        with open(f"/proc/{pid}/status") as file:
            return next((int(line.split()[1]) // 1024 for line in file if line.startswith("VmRSS")), 0)
    except OSError:
        return 0


def cpu(pid):
    """Seconds of the processors that a process has used."""
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def index(solr, path, tag, folder, _):
    command = [HOME / "docket", "index", "--json", "--quiet", "--input", path, "--solr", solr.url,
               "--param", f"doccat={tag}", "--journal", pathlib.Path(folder) / "journal"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    watched = Watched(process.pid)
    out = process.stdout.read()
    _, _, usage = os.wait4(process.pid, 0)
    watched.stop()
    if not out:
        sys.exit("docket index failed; see above")
    return {"memory": watched.samples, "clientSeconds": usage.ru_utime + usage.ru_stime, "told": json.loads(out)}


def stream(solr, path, tag, *_):
    def chunks():
        with gzip.open(path, "rb") as file:
            while chunk := file.read(1 << 20):
                yield chunk
    before = time.process_time()
    solr.ask(f"/update?commit=true&doccat={tag}&rowid=complaint_id", chunks(), "text/csv; charset=utf-8")
    return {"clientSeconds": time.process_time() - before}


def batches(solr, path, tag, _, size):
    csv.field_size_limit(10 ** 9)
    connection = solr.connect()
    before = time.process_time()

    def post(documents):
        solr.ask(f"/update?doccat={tag}", json.dumps(documents).encode(), connection=connection)

    batch = []
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            batch.append({"complaint_id": str(number), **row})
            if len(batch) == size:
                post(batch)
                batch = []
    if batch:
        post(batch)
    solr.ask("/update?commit=true", b"{}")
    return {"clientSeconds": time.process_time() - before}


def beginning(path, first, documents):
    """A file of the first documents."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file, gzip.open(first, "wt", encoding="utf-8") as out:
        for _, line in zip(range(documents + 1), file):
            out.write(line)
    return str(first)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("csv")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--batch", type=int, default=500)
    parser.add_argument("--warm-up", type=int, default=5000, help="documents")
    parser.add_argument("--memory", default="2g", help="Solr's heap")
    parser.add_argument("--tagging", default="true,false")
    parser.add_argument("--kinds", default="index,csv,json")
    arguments = parser.parse_args()
    kinds = {"index": index, "csv": stream, "json": batches}
    results = []
    subprocess.run([HOME / "docket", "index", "--help"], stdout=subprocess.DEVNULL, check=True)  # builds it
    with tempfile.TemporaryDirectory() as folder:
        solr = Solr(folder, arguments.memory)
        try:
            first = beginning(arguments.csv, pathlib.Path(folder) / "first.csv.gz", arguments.warm_up)
            for kind in kinds.values():
                kind(solr, first, "true", folder, arguments.batch)
            for _ in range(arguments.rounds):
                for tag in arguments.tagging.split(","):
                    for kind in arguments.kinds.split(","):
                        solr.clear()
                        load, busy = os.getloadavg()[0], cpu(solr.process.pid)
                        start = time.perf_counter()
                        found = kinds[kind](solr, arguments.csv, tag, folder, arguments.batch)
                        seconds = time.perf_counter() - start
                        count = solr.count()
                        result = {"kind": kind, "tagging": tag, "documents": count, "seconds": round(seconds, 1),
                                  "perSecond": round(count / seconds), "solrSeconds": round(cpu(solr.process.pid) - busy),
                                  "loadBefore": load, **found}
                        results.append(result)
                        print(f"{kind:5} tagging {tag:5} {count:9,} documents {seconds:8.1f} s {count / seconds:7.0f}/s  "
                              f"processor seconds: client {found['clientSeconds']:.0f}, Solr {result['solrSeconds']}  "
                              f"(load before: {load:.1f})", flush=True)
                        if "memory" in found:
                            print("      client's memory, MB: " + " ".join(map(str, found["memory"])), flush=True)
        finally:
            solr.stop()
    print(json.dumps(results))


if __name__ == "__main__":
    main()
