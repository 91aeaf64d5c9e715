"""scikit-learn's HistGradientBoosting with its defaults: the loss on the held-out rows, and the seconds of its training.

Columns that begin with c are categories and it is told so, where they have few enough values for it.
"""
import sys
import time

import numpy
import pandas
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor

train, test, kind = sys.argv[1:]
rows, held_out = pandas.read_csv(train), pandas.read_csv(test)
label, truth = rows.pop("target").values, held_out.pop("target").values
categories = [name.startswith("c") and not rows[name].max() >= 255 for name in rows.columns]
start = time.time()
if kind == "regression":
    model = HistGradientBoostingRegressor(categorical_features=categories, random_state=0).fit(rows, label)
    seconds = time.time() - start
    loss = numpy.mean((model.predict(held_out) - truth) ** 2) ** 0.5
else:
    model = HistGradientBoostingClassifier(categorical_features=categories, random_state=0).fit(rows, label)
    seconds = time.time() - start
    probabilities = numpy.full((len(truth), int(max(label.max(), truth.max())) + 1), 1e-15)
    probabilities[:, model.classes_.astype(int)] = model.predict_proba(held_out)
    loss = -numpy.mean(numpy.log(numpy.maximum(probabilities[numpy.arange(len(truth)), truth.astype(int)], 1e-15)))
print(loss, seconds)
