# How rare the excess of each slice is by draws of as many rows from each group of rows that were answered alike, beside what the statistic of
# benchmarks/quality/WeakSlices.cs says. The first line of the file has the losses, the second the answers, each other one the rarity and its rows.
import sys
import numpy as np
from scipy.stats import norm

ALIKE, DRAWS = 100, 200_000
lines = open(sys.argv[1]).read().splitlines()
loss, answer = (np.array(line.split(), float) for line in lines[:2])
groups = np.array_split(np.argsort(answer, kind="stable"), max(1, len(loss) // ALIKE))
random = np.random.default_rng(1)
print("| rarity | share of draws with as much excess | of the normal distribution beyond the rarity |")
print("|---:|---:|---:|")
for line in lines[2:]:
    rarity, *rows = line.split()
    inside = np.zeros(len(loss), bool)
    inside[np.array(rows, int)] = True
    drawn = np.zeros(DRAWS)
    for group in groups:
        count = inside[group].sum()
        if count:
            # The rows with the smallest of random keys are a draw without return.
            for start in range(0, DRAWS, 20_000):
                keys = random.random((20_000, len(group)))
                chosen = np.argpartition(keys, count - 1, axis=1)[:, :count]
                drawn[start:start + 20_000] += loss[group][chosen].sum(axis=1)
    share = np.mean(drawn >= loss[inside].sum() - 1e-9)
    print(f"| {float(rarity):.2f} | {share:.6f} | {norm.sf(float(rarity)):.6f} |")
