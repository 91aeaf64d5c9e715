using Kiln.Analyzers.Catalog;
using Kiln.Analyzers.MachineLearning;
using Kiln.Analyzers.Pipelines.Columns;
using Kiln.Analyzers.Pipelines.Reading;
using Kiln.Analyzers.Pipelines.Rules;
using Kiln.Analyzers.Reproducibility;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Pipelines;

/// <summary>Takes columns through a chain as <c>Fit</c> does, and stops where it would throw: what follows from an error is none of its own.</summary>
sealed class ChainRun
{
    readonly ViewColumns _data;
    readonly bool _isScoring;
    readonly UnusedOutput _unused = new();

    /// <summary>A column that the contract keeps from models is named. Where it is said to be no feature, that says more.</summary>
    (EstimatorCall Estimator, Finding Finding)? _excluded;

    /// <summary>How often all that was known was lost: what a name stands for after that is not what it stood for before.</summary>
    int _losses;

    ChainRun(IReadOnlyList<EstimatorCall?> estimators, ViewColumns columns, bool isScoring) =>
        (Estimators, Columns, _data, _isScoring) = (estimators, columns, columns, isScoring);

    public IReadOnlyList<EstimatorCall?> Estimators { get; }

    /// <summary>What is known after the last estimator; nothing after an error.</summary>
    public ViewColumns Columns { get; private set; }

    /// <summary>Why Fit would throw, if it would.</summary>
    public Finding? Error { get; private set; }

    /// <summary>The error, and what is wrong with what Fit would learn, by estimator.</summary>
    public List<(EstimatorCall Estimator, Finding Finding)> Findings { get; } = [];

    /// <summary>Outputs that nothing takes, where all of the chain is known.</summary>
    public IEnumerable<Finding> Unused => Error is null && _losses == 0 ? _unused.Findings : [];

    /// <summary>Where outputs are named that an estimator takes.</summary>
    public IEnumerable<Location> Taken => _unused.Taken;

    /// <param name="isScoring">Whether the chain is fitted already: then trainers take features only.</param>
    public static ChainRun Run(IReadOnlyList<EstimatorCall?> estimators, ViewColumns columns, bool isScoring = false)
    {
        var run = new ChainRun(estimators, columns, isScoring);
        foreach (var estimator in estimators)
        {
            run.Take(estimator);
            if (run.Error is not { } error)
                continue;
            run.Findings.Add((estimator!, error));
            run.Columns = ViewColumns.Unknown;
            return run;
        }
        if (run._excluded is var (named, excluded) && run.Findings.All(static one => one.Finding.Rule != UselessFeature.Rule))
            run.Findings.Add((named, run.Error = excluded));
        if (!isScoring)
            run.Findings.AddRange(CategoricalSplit.Find(estimators));
        return run;
    }

    void Take(EstimatorCall? call)
    {
        switch (call?.Name)
        {
            case "DropColumns" or "SelectColumns" when call.Argument("columnNames") is { } argument:
                Select(call.NamesOf(argument), call.Name == "DropColumns");
                break;
            case not null when call.Method is { } entry:
                Take(call, entry);
                if (call.Name == "FeaturizeText")
                    Tokens(call);
                break;
            case not null when OtherEstimators.Output(call) is { } output:
                // What it takes is not known, so that nothing can be said to be unused.
                _losses++;
                Columns = Columns.With(ViewColumn.Made(output, null));
                break;
            default:
                Lose();
                break;
        }
    }

    /// <summary>The words, where the options name a column for them.</summary>
    void Tokens(EstimatorCall call)
    {
        if (call.Option("OutputTokensColumnName") is not { } tokens)
            Lose();
        else if (tokens.Text is not null)
            Columns = Columns.With(ViewColumn.Made(tokens.Text, null));
    }

    void Lose()
    {
        Columns = ViewColumns.Unknown;
        _losses++;
    }

    void Select(IReadOnlyList<ColumnName>? names, bool drops)
    {
        if (names is null)
            Lose();
        else if (names.FirstOrDefault(name => Columns.Lacks(name.Text!)) is { Text: not null } missing)
            Error = InputColumnUnknown.Create(missing, Columns);
        else
            Columns = drops ? Columns.Without(names.Select(static name => name.Text!)) : Columns.Only(names.Select(static name => name.Text!));
        foreach (var name in names ?? [])
            _unused.Take(name.Text!);
    }

    void Take(EstimatorCall call, CatalogMethod entry)
    {
        var features = Given(call, entry, Role.Features);
        var label = Given(call, entry, Role.Label).FirstOrDefault();
        foreach (var role in new[] { "weight", "group", "score" })
            Given(call, entry, role);
        var trainer = entry;
        if (call.Call.Argument("binaryEstimator") is { } binary && call.Inner(binary) is { Method: { } inner } of)
            (trainer, features) = (inner, Given(of, inner, Role.Features));
        if (Error is not null)
            return;
        foreach (var column in features)
            Findings.AddRange(FeatureProblems.Find(column, label, trainer, call, _data).Select(finding => (call, finding)));
        if (entry.IsTrainer)
            _unused.Train(label);
        if (entry.Role(Role.Input) is { } input)
            Map(call, input);
        foreach (var output in entry.Outputs)
            Columns = Columns.With(ViewColumn.Made(output.Key, !output.Value.StartsWith("item", StringComparison.Ordinal) ? ViewType.Parse(output.Value)
                : label?.Type is { } type ? new OutputRule(output.Value, false, false).Apply(type)
                : null));
    }

    /// <summary>The columns that an estimator is given for a role, as far as anything is known of them.</summary>
    IReadOnlyList<ViewColumn> Given(EstimatorCall call, CatalogMethod entry, string role)
    {
        if (entry.Role(role) is not { } taken || (_isScoring && role != Role.Features))
            return [];
        if (call.Columns(role) is not { } names)
        {
            // Any column may be meant.
            _losses++;
            return [];
        }
        return [.. names.Select(name => Check(call, name, taken)).OfType<ViewColumn>()];
    }

    void Map(EstimatorCall call, Role input)
    {
        if (call.Pairs() is not { } pairs)
        {
            Lose();
            return;
        }
        // Every pair is read from the columns before the estimator.
        var made = new List<(ColumnName Name, ViewColumn Column)>();
        foreach (var (output, inputs) in pairs)
        {
            var columns = inputs?.Select(name => (name, Check(call, name, input))).ToList();
            if (inputs is null)
                _losses++;
            if (Error is null && columns is not null && call.Name == "Concatenate")
                Error = InputColumnHasWrongType.FindMixed(columns);
            if (Error is not null)
                return;
            if (output.Text is null)
            {
                Lose();
                return;
            }
            made.Add((output, OutputColumn.Create(output.Text, columns, input)));
        }
        foreach (var (name, column) in made)
        {
            Columns = Columns.With(column);
            _unused.Make(name, column);
        }
    }

    /// <summary>The column of that name; null where it is an error, or the name is not known.</summary>
    ViewColumn? Check(EstimatorCall call, ColumnName name, Role role)
    {
        if (Error is not null || name.Text is null)
            return null;
        _unused.Take(name.Text);
        if (Columns.Lacks(name.Text))
        {
            Error = InputColumnUnknown.Create(name, Columns);
            return null;
        }
        if (Columns.Find(name.Text) is not { } column)
            Columns = Columns.With(column = ViewColumn.Loaded(name.Text, null, source: $"{name.Text} {_losses}"));
        if (column.IsExcluded)
            _excluded ??= (call, InputColumnUnknown.Create(name, Columns));
        if (column.Type is { } type && role.Takes.Count > 0 && role.For(type) is null)
            Error = MemberWithoutColumn.FindUnsized(column, role, call, _data) ?? InputColumnHasWrongType.Create(name, column, role, call);
        return column;
    }
}
