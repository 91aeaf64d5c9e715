"""What scikit-learn's HistGradientBoosting with its defaults makes of the same rows: the loss on the held-out rows, and the area under the ROC
curve where there are two classes.

Columns that begin with c are categories: scikit-learn is told so, where they have few enough values for it.
"""
import sys

import numpy
import pandas
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
from sklearn.metrics import roc_auc_score

train, test, kind = sys.argv[1:]
rows, held_out = pandas.read_csv(train), pandas.read_csv(test)
label, truth = rows.pop("target").values, held_out.pop("target").values
categories = [name.startswith("c") and not rows[name].max() >= 255 for name in rows.columns]
if kind == "regression":
    model = HistGradientBoostingRegressor(categorical_features=categories, random_state=0).fit(rows, label)
    print(numpy.mean((model.predict(held_out) - truth) ** 2) ** 0.5, numpy.nan)
else:
    model = HistGradientBoostingClassifier(categorical_features=categories, random_state=0).fit(rows, label)
    probabilities = numpy.full((len(truth), int(max(label.max(), truth.max())) + 1), 1e-15)
    probabilities[:, model.classes_.astype(int)] = model.predict_proba(held_out)
    print(-numpy.mean(numpy.log(numpy.maximum(probabilities[numpy.arange(len(truth)), truth.astype(int)], 1e-15))),
          roc_auc_score(truth, probabilities[:, 1]) if probabilities.shape[1] == 2 else numpy.nan)
