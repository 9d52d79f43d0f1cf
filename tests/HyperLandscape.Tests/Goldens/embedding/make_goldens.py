"""Figures of scikit-learn and scipy for EmbeddingQuality and Surface. Points come from a generator that the tests have too.

python3 make_goldens.py (scikit-learn 1.2.1, scipy 1.10.1)
"""
import numpy as np
from scipy.interpolate import LinearNDInterpolator
from sklearn.manifold import trustworthiness


def units(seed, count):
    """Minimal standard generator of Park and Miller, as numbers in (0, 1)."""
    values, state = [], seed
    for _ in range(count):
        state = state * 48271 % 2147483647
        values.append(state / 2147483647)
    return np.array(values)


with open("trustworthiness.csv", "w") as file:
    file.write("seed,rows,neighbors,trustworthiness,continuity\n")
    for seed, rows, neighbors in ((1, 40, 3), (2, 200, 15), (3, 301, 7)):
        original = units(seed, 10 * rows).reshape(rows, 10)
        layout = original[:, :2] + original[:, 2:4] / 2
        file.write(f"{seed},{rows},{neighbors},{trustworthiness(original, layout, n_neighbors=neighbors)!r},{trustworthiness(layout, original, n_neighbors=neighbors)!r}\n")

with open("interpolation.csv", "w") as file:
    file.write("x,y,value\n")
    given = units(5, 3 * 120).reshape(120, 3)
    surface = LinearNDInterpolator(given[:, :2], given[:, 2])
    for x, y in units(6, 2 * 200).reshape(200, 2):
        file.write(f"{float(x)!r},{float(y)!r},{float(surface(x, y))!r}\n")
