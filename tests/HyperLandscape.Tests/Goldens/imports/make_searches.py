# Results of real hyperparameter searches as scikit-learn 1.2.1 writes them, and their facts as pandas 1.5.3 reads them:
# a grid over a pipeline (nested names, None, two scores, training scores, a failing configuration), a random search over
# lists, a list of grids (the kernel decides which hyperparameters there are), and a grid that is halved twice.
import json
import warnings

import pandas as pd
from sklearn.datasets import load_breast_cancer, load_iris, load_wine
from sklearn.experimental import enable_halving_search_cv  # noqa: F401
from sklearn.model_selection import GridSearchCV, HalvingGridSearchCV, RandomizedSearchCV
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier

warnings.filterwarnings("ignore")
facts = {}


def write(name, search, index):
    table = pd.DataFrame(search.cv_results_)
    table.to_csv(f"{name}.csv", index=index)
    scores = {}
    for column in table.columns:
        if column.startswith("mean_") and "_time" not in column:
            split, scorer = column.removeprefix("mean_").split("_", 1)
            folds = table[[c for c in table.columns if c.startswith("split") and c.endswith(f"_{split}_{scorer}")]]
            scores[f"{split} {scorer}"] = {
                "mean": [None if pd.isna(v) else v for v in table[column]],
                "standard_error": [None if pd.isna(v) else v for v in folds.std(axis=1, ddof=1) / folds.shape[1] ** 0.5],
            }
    facts[name] = {"rows": len(table), "params": [{k: str(v) for k, v in p.items()} for p in table["params"]], "scores": scores}
    if "n_resources" in table:
        facts[name]["fidelities"] = [str(v) for v in table["n_resources"]]


x, y = load_wine(return_X_y=True)
tree = Pipeline([("scale", StandardScaler()), ("clf", DecisionTreeClassifier(random_state=0))])
grid = {
    "clf__max_depth": [1, 2, 4, None],
    "clf__criterion": ["gini", "entropy"],
    "clf__min_samples_split": [2, 8, 0],  # 0 is not allowed: its fits fail
    "scale__with_mean": [True, False],
}
write("grid_tree", GridSearchCV(tree, grid, cv=5, scoring=["accuracy", "neg_log_loss"], refit=False, return_train_score=True).fit(x, y), True)

x, y = load_breast_cancer(return_X_y=True)
lists = {"C": [0.01, 0.1, 1, 10, 100], "gamma": [1e-5, 1e-4, 1e-3, 1e-2], "shrinking": [True, False]}
write("random_svc", RandomizedSearchCV(SVC(), lists, n_iter=25, random_state=1, cv=3).fit(x, y), False)

x, y = load_iris(return_X_y=True)
grids = [
    {"kernel": ["rbf"], "C": [0.1, 1, 10], "gamma": [0.01, 0.1, 1]},
    {"kernel": ["linear"], "C": [0.1, 1, 10]},
]
write("grids_svc", GridSearchCV(SVC(), grids, cv=3).fit(x, y), False)

x, y = load_breast_cancer(return_X_y=True)
grid = {"max_depth": [1, 2, 4, None], "criterion": ["gini", "entropy"], "min_samples_leaf": [1, 4, 16]}
halving = HalvingGridSearchCV(DecisionTreeClassifier(random_state=0), grid, cv=4, min_resources=60, random_state=0, return_train_score=True)
write("halving_tree", halving.fit(x, y), True)

with open("facts.json", "w") as out:
    json.dump(facts, out, indent=1)
    out.write("\n")
