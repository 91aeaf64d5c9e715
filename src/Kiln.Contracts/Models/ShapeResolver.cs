using Kiln.Contracts.Data;

namespace Kiln.Contracts.Models;

/// <summary>Resolves a definition against its contract. One algorithm for the generator, the analyzer and the host.</summary>
public sealed class ShapeResolver
{
    readonly ModelDefinition _model;
    readonly DataContract _contract;
    readonly List<Problem> _problems = [];

    ShapeResolver(ModelDefinition model, DataContract contract) => (_model, _contract) = (model, contract);

    /// <summary>The shape, or null and at least one problem.</summary>
    public static ModelShape? Resolve(ModelDefinition model, DataContract contract, out IReadOnlyList<Problem> problems)
    {
        var resolver = new ShapeResolver(model, contract);
        var shape = resolver.Resolve();
        problems = resolver._problems;
        return resolver._problems.Count == 0 ? shape : null;
    }

    ModelShape? Resolve()
    {
        var label = ResolveLabel();
        var group = Known(_model.Group, "Group") ?? OfRole(ColumnRole.Group);
        var time = Known(_model.Time, "Time") ?? OfRole(ColumnRole.Time);
        var weight = Known(_model.Weight, "Weight") ?? OfRole(ColumnRole.Weight);
        foreach (var name in _model.Ignore)
            Known(name, "Ignore");
        foreach (var name in _model.Features ?? [])
            if (Known(name, "Features") is { OnlyInTraining: true } late)
                Add(Ids.KnownInTrainingOnly, "Features", $"'{name}' is known in training only (\"availability\" in {LabelTask.Place(late, _contract.Dataset)}), so callers of "
                    + "Predict cannot have it; remove it from Features, or correct the contract", name);
        if (label is { Open: true })
            Add(Ids.LabelDoesNotFitTask, "Label", $"the values of '{label.Name}' are open, and a model predicts classes that are known; "
                + $"remove \"open\" in {LabelTask.Place(label, _contract.Dataset)}, or name another column as Label");
        if (label is null && NeedsLabel || _problems.Count > 0)
            return null;

        var task = label is null ? _model.Task!.Value : ResolveTask(label);
        _problems.AddRange([.. Anomalies.Check(_model, task, weight), .. Clustering.Check(_model, task, weight)]);
        var classes = _problems.Count > 0 ? [] : ResolveClasses(task, label);
        if (_problems.Count == 0)
            _problems.AddRange([.. DecisionThreshold.Check(_model, task, label), .. PredictionInterval.Check(_model, task, label)]);
        if (task == TaskKind.Ranking && RankedQueries.Check(_model, group).ToList() is { Count: > 0 } unranked)
        {
            _problems.AddRange(unranked);
            return null;
        }
        var split = task == TaskKind.Ranking ? SplitKind.Group : ResolveSplit(group, time);
        CheckSplit(split, split switch { SplitKind.Group => group, SplitKind.Time => time, _ => null }, label);
        if (weight is not null && label is not null)
            _problems.AddRange(RowWeight.Check(_model, weight, label, split switch { SplitKind.Group => group, SplitKind.Time => time, _ => null }));
        var features = _contract.Columns.Where(c => c != label && c != weight && IsFeature(c, split == SplitKind.Group ? group : null)).ToList();
        if (features.Count == 0)
            _problems.Add(NoFeatures.Explain(_model, _contract, label, split == SplitKind.Group ? group : null));
        else if (TuneCheck.Check(_model, features) is { } problem)
            _problems.Add(problem);
        return new()
        {
            Task = task,
            LabelColumn = label,
            Classes = classes,
            Threshold = DecisionThreshold.Of(_model),
            ThresholdFor = _model.ThresholdFor,
            Interval = _model.Interval,
            AnomalyShare = task == TaskKind.AnomalyDetection ? _model.AnomalyShare ?? Anomalies.DefaultShare : null,
            Features = features,
            Weight = weight,
            Split = split,
            SplitColumn = split switch { SplitKind.Group => group, SplitKind.Time => time, _ => null },
        };
    }

    bool IsFeature(Column column, Column? group) =>
        column != group
        && !_model.Ignore.Contains(column.Name)
        && !column.OnlyInTraining
        && (_model.Features?.Contains(column.Name) ?? column.Role is ColumnRole.Feature or ColumnRole.Time);

    Column? ResolveLabel()
    {
        if (_model.Label is not null)
            return Known(_model.Label, "Label", Ids.UnknownLabel);
        var labels = _contract.Columns.Where(c => c.Role == ColumnRole.Label).ToList();
        if (labels.Count == 1)
            return labels[0];
        if (labels.Count == 0 && !NeedsLabel)
            return null;
        Add(Ids.UnknownLabel, null, labels.Count == 0
            ? $"'{_model.Name}' has no label: the contract of '{_contract.Dataset}' has no column with role \"label\"; set Label = \"…\" to the column to predict"
            : $"'{_model.Name}' has no label: {labels.Count} columns of '{_contract.Dataset}' have role \"label\"; set Label = \"…\" to one of them");
        return null;
    }

    bool NeedsLabel => _model.Task is not { } task || LabelTask.LearnsFrom(task);

    TaskKind ResolveTask(Column label)
    {
        var assumed = LabelTask.Assumed(label);
        if (!NeedsLabel)
        {
            if (!LabelTask.Fits(_model.Task!.Value, label))
                Add(Ids.LabelDoesNotFitTask, _model.Label is null ? null : "Label", (_model.Task == TaskKind.Clustering ? "the label of clusters says which class a row is of"
                    : "the label of anomalies says which rows are known to be some, with one of two values") + $", and '{label.Name}' is {LabelTask.Describe(label)}; "
                    + (_model.Label is null ? "give it another role in the contract: no label is needed"
                    : $"leave out Label: none is needed, or name a column of {(_model.Task == TaskKind.Clustering ? "several classes" : "two values")}"));
        }
        else if (assumed is null)
            Add(Ids.LabelDoesNotFitTask, "Label", $"a {Words.Format(label.Type)} column such as '{label.Name}' cannot be predicted; "
                + $"name another column as Label, or {LabelTask.HowToFit(TaskKind.MulticlassClassification, label, _contract.Dataset)}");
        else if (_model.Task is { } wanted && !LabelTask.Fits(wanted, label))
            Add(Ids.LabelDoesNotFitTask, "Task", $"{wanted} does not fit label '{label.Name}', {LabelTask.Describe(label)}, which means {assumed} by default; "
                + $"leave out Task, or {LabelTask.HowToFit(wanted, label, _contract.Dataset)}");
        var task = _model.Task ?? assumed ?? TaskKind.Regression;
        if (task == TaskKind.MulticlassClassification && label.LabelValues().Count == 1)
            Add(Ids.LabelNotVarying, "Label",
                $"label '{label.Name}' has one class ('{label.LabelValues()[0]}') in the contract: there is nothing to tell apart; choose another label, "
                + $"or add data and the other classes to its \"{(label.Type == ColumnType.Category ? "values" : "classes")}\" in {LabelTask.Place(label, _contract.Dataset)}");
        return task;
    }

    /// <summary>In the order of the scores.</summary>
    IReadOnlyList<string> ResolveClasses(TaskKind task, Column? label)
    {
        if (task == TaskKind.Clustering)
        {
            if (_model.Positive is not null)
                Add(Ids.PositiveUnknown, "Positive", $"Positive selects one of a label's two values, and '{_model.Name}' learns from no label; leave out Positive");
            return Clustering.Numbers(_model);
        }
        if (label is null)
        {
            if (_model.Positive is not null)
                Add(Ids.PositiveUnknown, "Positive", $"Positive says which of a label's two values is the anomaly, and '{_model.Name}' has no label; leave it out, or name a Label");
            return [];
        }
        var values = task is TaskKind.Regression or TaskKind.Ranking ? [] : label.LabelValues();
        var ofTwo = task is TaskKind.BinaryClassification or TaskKind.AnomalyDetection;
        if (_model.Positive is { } said && !ofTwo)
            Add(Ids.PositiveUnknown, "Positive", $"Positive selects one of two values, but '{_model.Name}' is {task} on '{label.Name}', "
                + $"{LabelTask.Describe(label)}; leave out Positive{(LabelTask.Fits(TaskKind.BinaryClassification, label) ? ", or paste Task = ModelTask.BinaryClassification" : "")}");
        else if (_model.Positive is { } positive && !values.Contains(positive))
            Add(Ids.PositiveUnknown, "Positive", $"'{positive}' is not a value of label '{label.Name}'{Nearest.Hint(positive, values)}; "
                + $"paste {string.Join(" or ", values.Select(value => $"Positive = \"{value}\""))}");
        if (!ofTwo || values.Count != 2)
            return values;
        var yes = _model.Positive ?? label.Positive ?? (label.Type == ColumnType.Boolean ? label.TrueText : PositiveClass.Default(values));
        return values[0] == yes ? [values[1], values[0]] : values;
    }

    SplitKind ResolveSplit(Column? group, Column? time)
    {
        var split = _model.Split
            ?? (_model.Time is not null ? SplitKind.Time
            : _model.Group is not null ? SplitKind.Group
            : time is not null ? SplitKind.Time
            : group is not null ? SplitKind.Group
            : SplitKind.Hash);
        if (split == SplitKind.Group && group is null)
            Add(Ids.UnknownColumn, "Split", "Split.Group needs a column: set Group = \"…\", or give a column role \"group\" in the contract");
        if (split == SplitKind.Time && time is null)
            Add(Ids.UnknownColumn, "Split", "Split.Time needs a column: set Time = \"…\", or give a column role \"time\" in the contract");
        return split;
    }

    /// <summary>Only a column that decides: one that is named for nothing does no harm.</summary>
    void CheckSplit(SplitKind split, Column? column, Column? label)
    {
        if (column is null)
            return;
        var (word, named) = split == SplitKind.Time ? ("Time", _model.Time) : ("Group", _model.Group);
        var argument = named is null ? null : word;
        var role = split == SplitKind.Time ? ColumnRole.Time : ColumnRole.Group;
        if (column == label)
            Add(Ids.CannotSplit, argument ?? "Label", $"the rows would be held out by the label '{column.Name}' itself, so the model would be measured on values it never saw; "
                + (named is null ? $"give it role \"label\" instead of \"{Words.Format(role)}\" in the contract, or name another {word}" : $"name another column as {word}"));
        else if (split == SplitKind.Time && column.Type is not (ColumnType.DateTime or ColumnType.Number or ColumnType.Integer))
            Add(Ids.CannotSplit, argument, $"'{column.Name}' is a {Words.Format(column.Type)} column, whose values have no order in time, so there are no latest rows; "
                + (named is null ? "remove its role \"time\" in the contract, or give it type \"date-time\" there" : "name a date-time or number column as Time, or change its type in the contract"));
    }

    Column? OfRole(ColumnRole role) => _contract.Columns.FirstOrDefault(c => c.Role == role);

    Column? Known(string? name, string argument, string id = Ids.UnknownColumn)
    {
        if (name is null)
            return null;
        var column = _contract.Find(name);
        if (column is null)
            Add(id, argument, UnknownColumn.Describe(name, _contract), name);
        return column;
    }

    void Add(string id, string? argument, string message, string? value = null) => _problems.Add(new(id, argument, message, value));
}
