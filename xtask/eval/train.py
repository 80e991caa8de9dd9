"""Boosts oblivious trees with CatBoost over a matrix that the training command wrote, in folds and as a whole.

  train.py FOLDER NAME SETTINGS    reads FOLDER/NAME.{columns,rows}, writes FOLDER/NAME.{fold0…,all}.json and NAME.folded

NAME.rows holds five f32 for each row: label, weight, fold, words, page; NAME.columns the features, row by row. NAME.folded gets
the value that the fold's model, which has not seen the row, gives each row: probabilities, or seven of them for types.
"""

import json
import sys

import numpy as np
from catboost import CatBoost, Pool

folder, name, settings = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
rows = np.fromfile(f"{folder}/{name}.rows", dtype="<f4").reshape(-1, 5)
label, weight, fold = rows[:, 0], rows[:, 1], rows[:, 2].astype(int)
columns = np.fromfile(f"{folder}/{name}.columns", dtype="<f4").reshape(len(rows), -1)
types = settings["loss_function"] == "MultiClass"
folded = np.zeros((len(rows), 7 if types else 1), dtype="<f4")
options = {"random_seed": 1, "thread_count": 2, "allow_writing_files": False, "verbose": 100} | settings
learn = weight > 0
for number in [*sorted(set(fold)), None]:
    train = learn if number is None else learn & (fold != number)
    model = CatBoost(options)
    model.fit(Pool(columns[train], label[train].astype(int) if types else label[train], weight=weight[train]))
    model.save_model(f"{folder}/{name}.{'all' if number is None else f'fold{number}'}.json", format="json")
    if number is not None:
        test = fold == number
        if settings["loss_function"] == "RMSE":
            folded[test] = model.predict(columns[test])[:, None]
        else:
            values = model.predict(columns[test], prediction_type="Probability")
            folded[test] = values if types else values[:, 1:2]
folded.tofile(f"{folder}/{name}.folded")
