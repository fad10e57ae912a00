#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""An epoch of the shipped topology (conf/training/default.properties) in PyTorch, on the batches that
`docket benchmark --train --input CSV --write-batches FILE` wrote: documents of similar length,
padded to the longest. Prints documents per second.

  train_pytorch.py FILE [THREADS] [EPOCH: 1 is the first]
"""
import sys
import time

import torch

EMBEDDING, UNITS, FEATURE_DROPOUT, WORD_DROPOUT = 100, 64, 0.4, 0.15
SMOOTHING, CLIPPING, RATE = 0.05, 1.0, 0.004


class Network(torch.nn.Module):
    def __init__(self, vocabulary, categories):
        super().__init__()
        self.embedding = torch.nn.Embedding(vocabulary, EMBEDDING)
        torch.nn.init.normal_(self.embedding.weight, 0, 0.1)
        self.lstm = torch.nn.LSTM(EMBEDDING, UNITS, batch_first=True)
        self.dropout = torch.nn.Dropout(FEATURE_DROPOUT)
        self.output = torch.nn.Linear(2 * UNITS + EMBEDDING, categories)

    def forward(self, ids, mask):
        embedded = self.embedding(ids)
        hidden, _ = self.lstm(embedded)
        weights = mask.unsqueeze(2).float()
        lengths = weights.sum(1)
        mean = (hidden * weights).sum(1) / lengths
        maximum = hidden.masked_fill(~mask.unsqueeze(2), float("-inf")).amax(1)
        words = (embedded * weights).sum(1) / lengths
        return self.output(self.dropout(torch.cat([mean, maximum, words], 1)))


def read(path):
    with open(path) as lines:
        header = next(lines).split()
        batches, batch = [], []
        for line in lines:
            numbers = [int(number) for number in line.split()]
            if numbers:
                batch.append(numbers)
            else:
                batches.append(batch)
                batch = []
    return int(header[0]), torch.tensor([float(weight) for weight in header[1:]]), batches


def padded(batch):
    longest = max(map(len, batch)) - 1
    ids = torch.tensor([document[1:] + [0] * (longest - len(document) + 1) for document in batch])
    lengths = torch.tensor([len(document) - 1 for document in batch])
    mask = torch.arange(longest).unsqueeze(0) < lengths.unsqueeze(1)
    ids[torch.rand(ids.shape) < WORD_DROPOUT] = 0
    return ids, mask, torch.tensor([document[0] for document in batch])


def main():
    torch.manual_seed(0)
    torch.set_num_threads(int(sys.argv[2]) if len(sys.argv) > 2 else 2)
    vocabulary, weights, batches = read(sys.argv[1])
    network = Network(vocabulary, len(weights))
    optimizer = torch.optim.Adam(network.parameters(), RATE)
    loss = torch.nn.CrossEntropyLoss(weights, label_smoothing=SMOOTHING)
    epochs = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    for _ in range(epochs):
        start = time.perf_counter()
        for batch in batches:
            ids, mask, labels = padded(batch)
            optimizer.zero_grad()
            loss(network(ids, mask), labels).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), CLIPPING)
            optimizer.step()
    seconds = time.perf_counter() - start
    print(f"{sum(map(len, batches)) / seconds:.0f}")


if __name__ == "__main__":
    main()
