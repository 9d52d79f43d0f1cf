#!/usr/bin/env python3
"""Rank correlations of the pairs of pairs.csv.gz by scipy (Python 3, scipy; made with 1.10.1).

    python3 make_rank_correlations.py

reads  pairs.csv.gz, pairs.json    fitness columns and which of them are compared
writes rank_correlations.csv       kendall: scipy.stats.kendalltau, variant b
                                   weighted_kendall: scipy.stats.weightedtau, rank=True, of the negated losses, since
                                   scipy gives the largest value the first rank
"""
import csv
import gzip
import json
import pathlib

from scipy.stats import kendalltau, weightedtau

HERE = pathlib.Path(__file__).parent
with gzip.open(HERE / "pairs.csv.gz", "rt") as file:
    rows = list(csv.DictReader(file))


def losses(column):
    sign = -1 if column == "accuracy" else 1
    return [sign * float(row[column]) for row in rows]


with open(HERE / "rank_correlations.csv", "w") as file:
    file.write("pair,kendall,weighted_kendall\n")
    for pair in json.loads((HERE / "pairs.json").read_text()):
        a, b = (losses(column) for column in pair.split("|"))
        tau = kendalltau(a, b, variant="b")[0]
        weighted = weightedtau([-x for x in a], [-y for y in b], rank=True)[0]
        file.write(f"{pair},{tau!r},{weighted!r}\n")
