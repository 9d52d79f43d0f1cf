# Studies of Optuna 3.1.0 in both of its storages, and the tables that it makes of them: `svm` of real fits (scikit-learn
# 1.2.1) with a hyperparameter that is active only under another, trials that failed, were pruned, are running or waiting;
# `tree` with two objectives, copied from memory, which writes whole trials at once.
import gzip
import pathlib
import warnings

import optuna
from sklearn.datasets import load_wine
from sklearn.model_selection import cross_val_score
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier

warnings.filterwarnings("ignore")
optuna.logging.set_verbosity(optuna.logging.ERROR)
x, y = load_wine(return_X_y=True)


def svm(trial):
    kernel = trial.suggest_categorical("kernel", ["linear", "rbf"])
    c = 2.0 ** trial.suggest_int("log2_C", -4, 8, step=4)
    gamma = 2.0 ** trial.suggest_float("log2_gamma", -12, -3, step=3) if kernel == "rbf" else "scale"
    weight = trial.suggest_categorical("class_weight", [None, "balanced"])
    shrinking = trial.suggest_categorical("shrinking", [True, False])
    if c == 2**8 and kernel == "linear":
        raise ValueError("takes too long")
    trial.report(float("nan") if trial.number == 1 else trial.number, step=0)
    if trial.number % 9 == 5:
        raise optuna.TrialPruned()
    trial.set_user_attr("note", 'commas, "quotes" and NaN]')
    return cross_val_score(SVC(C=c, kernel=kernel, gamma=gamma, class_weight=weight, shrinking=shrinking), x, y, cv=3).mean()


def tree(trial):
    model = DecisionTreeClassifier(max_depth=trial.suggest_int("max_depth", 1, 6), min_samples_leaf=trial.suggest_categorical("min_samples_leaf", [1, 4, 0.1]), random_state=0)
    error = 1 - cross_val_score(model, x, y, cv=3).mean()
    return error, model.fit(x, y).get_n_leaves()


pathlib.Path("optuna.log").unlink(missing_ok=True)
pathlib.Path("optuna.db").unlink(missing_ok=True)
memory = optuna.create_study(study_name="tree", directions=["minimize", "minimize"], sampler=optuna.samplers.RandomSampler(seed=2))
memory.optimize(tree, n_trials=30)
for storage in [optuna.storages.JournalStorage(optuna.storages.JournalFileStorage("optuna.log")), "sqlite:///optuna.db"]:
    optuna.create_study(study_name="dropped", storage=storage).optimize(lambda trial: trial.suggest_float("a", 0, 1), n_trials=2)
    study = optuna.create_study(study_name="svm", direction="maximize", storage=storage, sampler=optuna.samplers.RandomSampler(seed=1))
    optuna.delete_study(study_name="dropped", storage=storage)
    study.optimize(svm, n_trials=60, catch=(ValueError,))
    study.ask().suggest_categorical("kernel", ["linear", "rbf"])
    study.enqueue_trial({"kernel": "rbf"})
    optuna.copy_study(from_study_name="tree", from_storage=memory._storage, to_storage=storage)
    for name in ["svm", "tree"]:
        table = optuna.load_study(study_name=name, storage=storage).trials_dataframe(attrs=("number", "value", "params", "user_attrs", "state"))
        table.to_csv(f"optuna_{name}{'_sqlite' if isinstance(storage, str) else ''}.csv")

for name in ["svm", "tree"]:
    other = pathlib.Path(f"optuna_{name}_sqlite.csv")
    assert other.read_text() == pathlib.Path(f"optuna_{name}.csv").read_text()
    other.unlink()
pathlib.Path("optuna.db.gz").write_bytes(gzip.compress(pathlib.Path("optuna.db").read_bytes(), 9, mtime=0))
