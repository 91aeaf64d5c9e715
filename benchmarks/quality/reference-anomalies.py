"""How well the rows of the rare class are put before the others, as scikit-learn measures it: by the given scores, and by scikit-learn's IsolationForest
with its defaults, of the same rows; then the seconds of its training.

Columns that begin with c are categories and become a column for each value; missing numbers become the median, for IsolationForest takes none.
"""
import sys
import time

import numpy
import pandas
from sklearn.ensemble import IsolationForest
from sklearn.metrics import roc_auc_score

train, test, draw = sys.argv[1:]
rows, held_out = pandas.read_csv(train), pandas.read_csv(test)
truth = held_out["target"].values
given = [roc_auc_score(truth, held_out[name].values) for name in ("kiln", "pca")]
both = pandas.concat([rows, held_out]).drop(columns=["target", "kiln", "pca"])
both = pandas.get_dummies(both, columns=[name for name in both.columns if name.startswith("c")], dtype=float)
both = both.fillna(both[: len(rows)].median()).fillna(0).values
start = time.time()
forest = IsolationForest(random_state=int(draw)).fit(both[: len(rows)])
seconds = time.time() - start
print(*given, roc_auc_score(truth, -forest.score_samples(both[len(rows):])), seconds)
