"""k-means as scikit-learn finds it with ten beginnings in the same points, and what scikit-learn measures of clusters that others found in them.

Prints the inertia of scikit-learn's clusters, the inertia of each given clustering of the training points, the seconds of scikit-learn's training, and of the first
clustering's held-out points the mean squared distance, the Davies-Bouldin index, that of its training points, and the normalized mutual
information of the held-out points with their classes.
"""
import sys
import time

import numpy
from sklearn.cluster import KMeans
from sklearn.metrics import davies_bouldin_score, normalized_mutual_info_score

folder, width, clusters, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])


def read(name, kind):
    return numpy.fromfile(f"{folder}/{name}", dtype=kind)


def inertia(points, labels):
    return sum(((points[labels == label] - points[labels == label].mean(axis=0)) ** 2).sum() for label in numpy.unique(labels))


training = read("training", numpy.float32).reshape(-1, width).astype(numpy.float64)
held_out = read("heldOut", numpy.float32).reshape(-1, width).astype(numpy.float64)
start = time.perf_counter()
model = KMeans(clusters, n_init=10, random_state=seed).fit(training)
seconds = time.perf_counter() - start
found = [read(name, numpy.int32) for name in ("kiln", "mlnet")]
labels, classes = read("heldOutKiln", numpy.int32), read("classes", numpy.int32)
means = numpy.array([training[found[0] == label].mean(axis=0) for label in range(clusters)])
print(model.inertia_, *[inertia(training, labels) for labels in found], seconds,
      ((held_out - means[labels]) ** 2).sum(axis=1).mean(), davies_bouldin_score(held_out, labels), davies_bouldin_score(training, found[0]),
      normalized_mutual_info_score(classes, labels))
