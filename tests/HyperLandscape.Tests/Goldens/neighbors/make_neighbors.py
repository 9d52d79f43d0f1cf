#!/usr/bin/env python3
"""Nearest neighbours of scattered points by scikit-learn (Python 3, scikit-learn, numpy; made with 1.2.1 and 1.24).

    python3 make_neighbors.py

writes points.csv     120 points: lr (log-uniform), width, momentum, and dropout
       nearest.csv    for k = 1 and 5: NearestNeighbors of the points after MinMaxScaler, the first column by logarithm,
                      one line per point, nearest first
"""
import pathlib

import numpy as np
from sklearn.neighbors import NearestNeighbors
from sklearn.preprocessing import MinMaxScaler

HERE = pathlib.Path(__file__).parent
random = np.random.default_rng(5)
points = np.column_stack([10 ** random.uniform(-5, 0, 120), random.integers(8, 512, 120), random.beta(5, 1, 120), random.uniform(0, 0.5, 120)])
(HERE / "points.csv").write_text("lr,width,momentum,dropout\n" + "".join(",".join(repr(float(x)) for x in row) + "\n" for row in points))

scaled = points.copy()
scaled[:, 0] = np.log(scaled[:, 0])
scaled = MinMaxScaler().fit_transform(scaled)
with open(HERE / "nearest.csv", "w") as file:
    file.write("k,point,nearest\n")
    for k in (1, 5):
        # Without an argument a point is no neighbour of itself.
        nearest = NearestNeighbors(n_neighbors=k, algorithm="brute").fit(scaled).kneighbors(return_distance=False)
        for point, others in enumerate(nearest):
            file.write(f"{k},{point},{' '.join(map(str, others))}\n")
