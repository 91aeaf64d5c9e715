"""What others make of the same rows: the loss on the held-out rows and the seconds of training, first of scikit-learn's HistGradientBoosting
with its defaults, then of XGBoost with the best of 50 random settings, chosen with early stopping on a fifth of the training rows and trained
again on all of them.

Columns that begin with c are categories: scikit-learn is told so, where they have few enough values for it; XGBoost gets a column of each value.
"""
import sys
import time

import numpy
import pandas
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor

train, test, kind, trials, draw = sys.argv[1:]
rows, held_out = pandas.read_csv(train), pandas.read_csv(test)
label, truth = rows.pop("target").values, held_out.pop("target").values


def loss(predicted, classes, truth):
    if kind == "regression":
        return numpy.mean((predicted - truth) ** 2) ** 0.5
    probabilities = numpy.full((len(truth), int(max(label.max(), truth.max())) + 1), 1e-15)
    probabilities[:, classes.astype(int)] = predicted
    return -numpy.mean(numpy.log(numpy.maximum(probabilities[numpy.arange(len(truth)), truth.astype(int)], 1e-15)))


def scikit_learn():
    categories = [name.startswith("c") and not rows[name].max() >= 255 for name in rows.columns]
    start = time.time()
    if kind == "regression":
        model = HistGradientBoostingRegressor(categorical_features=categories, random_state=0).fit(rows, label)
        return loss(model.predict(held_out), None, truth), time.time() - start
    model = HistGradientBoostingClassifier(categorical_features=categories, random_state=0).fit(rows, label)
    return loss(model.predict_proba(held_out), model.classes_, truth), time.time() - start


def xgboost():
    import xgboost
    both = pandas.concat([rows, held_out])
    both = pandas.get_dummies(both, columns=[name for name in rows.columns if name.startswith("c")], dtype=float)
    both.columns = range(both.shape[1])
    start = time.time()
    chance = numpy.random.default_rng(int(draw))
    classes, codes = (None, label) if kind == "regression" else numpy.unique(label, return_inverse=True)
    order = chance.permutation(len(rows))
    judges, others = order[:len(rows) // 5], order[len(rows) // 5:]
    data = both.values[:len(rows)]
    # XGBoost asks that the classes it learns from have no gap.
    fits = kind == "regression" or len(numpy.unique(codes[others])) == len(classes)
    if not fits:
        judges, others = order[:len(rows) // 10], order
    learn, judge = xgboost.DMatrix(data[others], codes[others]), xgboost.DMatrix(data[judges], codes[judges])
    task = {"objective": "reg:squarederror"} if kind == "regression" else (
        {"objective": "binary:logistic", "eval_metric": "logloss"} if len(classes) == 2 else {"objective": "multi:softprob", "num_class": len(classes), "eval_metric": "mlogloss"})
    best = (numpy.inf, None, 0)
    for _ in range(int(trials)):
        setting = dict(task, tree_method="hist", nthread=1, seed=int(draw),
                       eta=10 ** chance.uniform(-2, -0.5), max_depth=int(chance.integers(2, 11)), min_child_weight=10 ** chance.uniform(-1, 1.5),
                       subsample=chance.uniform(0.5, 1), colsample_bytree=chance.uniform(0.4, 1), reg_lambda=10 ** chance.uniform(-2, 1.5),
                       reg_alpha=10 ** chance.uniform(-3, 1), gamma=10 ** chance.uniform(-3, 0) if chance.random() < 0.5 else 0)
        model = xgboost.train(setting, learn, 2000, evals=[(judge, "judge")], early_stopping_rounds=30, verbose_eval=False)
        if model.best_score < best[0]:
            best = (model.best_score, setting, model.best_iteration + 1)
    model = xgboost.train(best[1], xgboost.DMatrix(data, codes), best[2])
    predicted = model.predict(xgboost.DMatrix(both.values[len(rows):]))
    if classes is not None and len(classes) == 2:
        predicted = numpy.column_stack([1 - predicted, predicted])
    return loss(predicted, classes, truth), time.time() - start


print(*scikit_learn(), *(xgboost() if int(trials) > 0 else (numpy.nan, 0)))
