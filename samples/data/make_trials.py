#!/usr/bin/env python3
"""A random search over a small neural network (Python 3, scikit-learn, numpy; made with 1.2.1 and 1.24.2).

    python3 make_trials.py > own_trials.csv
"""
import warnings

import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import StratifiedKFold, cross_val_score
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

warnings.simplefilter("ignore")  # ten epochs need not converge
random = np.random.default_rng(11)
x, y = load_breast_cancer(return_X_y=True)
folds = StratifiedKFold(5, shuffle=True, random_state=0)
print("lr,alpha,solver,schedule,log_loss")
for trial in range(160):
    lr, alpha = (float(f"{10 ** random.uniform(low, high):.4g}") for low, high in ((-4, 0), (-5, 0)))
    solver = str(random.choice(["adam", "sgd"]))
    schedule = str(random.choice(["constant", "invscaling"])) if solver == "sgd" else ""  # adam has none
    network = MLPClassifier((16,), learning_rate_init=lr, alpha=alpha, solver=solver, learning_rate=schedule or "constant", max_iter=10, random_state=0)
    scores = cross_val_score(make_pipeline(StandardScaler(), network), x, y, cv=folds, scoring="neg_log_loss")
    print(f"{lr},{alpha},{solver},{schedule},{-scores.mean():.6f}", flush=True)
