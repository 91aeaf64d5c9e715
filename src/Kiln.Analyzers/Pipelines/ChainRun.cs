using System.Collections.Immutable;
using Kiln.Analyzers.Pipelines.Columns;
using Kiln.Analyzers.Pipelines.Reading;
using Kiln.Analyzers.Pipelines.Rules;
using Kiln.Analyzers.Pipelines.Table;
using Kiln.Analyzers.Pipelines.Types;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Pipelines;

/// <summary>Takes columns through a chain as <c>Fit</c> does, and stops where it would throw: what follows from an error is none of its own.</summary>
sealed class ChainRun
{
    ChainRun(ViewColumns columns) => Columns = columns;

    /// <summary>What is known after the last step; nothing after an error.</summary>
    public ViewColumns Columns { get; private set; }

    /// <summary>The error, if any.</summary>
    public Finding? Error { get; private set; }

    public static ChainRun Of(IReadOnlyList<StepCall?> steps, ViewColumns columns)
    {
        var run = new ChainRun(columns);
        foreach (var step in steps)
        {
            run.Take(step);
            if (run.Error is null)
                continue;
            run.Columns = ViewColumns.Unknown;
            break;
        }
        return run;
    }

    void Take(StepCall? call)
    {
        switch (call?.Name)
        {
            case "DropColumns" or "SelectColumns" when call.Argument("columnNames") is { } argument:
                Select(call, call.NamesOf(argument), call.Name == "DropColumns");
                break;
            case not null when call.Step is { } step:
                Take(call, step);
                break;
            case not null when OtherSteps.Output(call) is { } output && output.Name is not null:
                Columns = Columns.With(new(output.Name, output.Type));
                break;
            default:
                Columns = ViewColumns.Unknown;
                break;
        }
    }

    void Select(StepCall call, IReadOnlyList<ColumnName>? names, bool drops)
    {
        if (names is null)
            Columns = ViewColumns.Unknown;
        else if (names.FirstOrDefault(name => Columns.Lacks(name.Text!)) is { Text: not null } missing)
            Error = UnknownColumn.Of(missing, Columns);
        else
            Columns = drops ? Columns.Without(names.Select(static name => name.Text!)) : Columns.Only(names.Select(static name => name.Text!));
    }

    void Take(StepCall call, Step step)
    {
        ViewColumn? label = null;
        foreach (var role in new[] { Role.Features, Role.Label, "weight", "group", "score" })
            if (step.Role(role) is { } taken && call.Columns(role) is { } names)
                foreach (var name in names)
                    if (Check(call, name, taken) is { } found && role == Role.Label)
                        label = found;
        if (call.Argument("binaryEstimator") is { } binary)
            CheckFeatures(call, binary.Value);
        if (Error is not null)
            return;
        if (step.Role(Role.Input) is { } input)
            Map(call, input);
        foreach (var output in step.Outputs)
            Columns = Columns.With(new(output.Key, output.Value.StartsWith("item", StringComparison.Ordinal)
                ? label?.Type is { } type ? new OutputRule(output.Value, false, false).Apply(type) : null
                : ViewType.Parse(output.Value)));
    }

    /// <summary>A multiclass trainer made of a binary one takes the features that the binary one is told.</summary>
    void CheckFeatures(StepCall call, IOperation binary)
    {
        if (call.Inner(binary) is { Step: { } step } inner && step.Role(Role.Features) is { } features)
            foreach (var name in inner.Columns(Role.Features) ?? [])
                Check(inner, name, features);
    }

    void Map(StepCall call, Role input)
    {
        if (call.Pairs() is not { } pairs)
        {
            Columns = ViewColumns.Unknown;
            return;
        }
        // Every pair is read from the columns before the step.
        var made = new List<ViewColumn>();
        foreach (var (output, inputs) in pairs)
        {
            var columns = inputs?.Select(name => Check(call, name, input)).ToList();
            if (Error is not null)
                return;
            if (columns is not null && call.Name == "Concatenate")
                CheckOneType(inputs!, columns);
            if (output.Text is null)
            {
                Columns = ViewColumns.Unknown;
                return;
            }
            made.Add(OutputColumn.Of(output.Text, columns, input));
        }
        foreach (var column in made)
            Columns = Columns.With(column);
    }

    void CheckOneType(IReadOnlyList<ColumnName> names, IReadOnlyList<ViewColumn?> columns)
    {
        var first = columns.FirstOrDefault(static column => column?.Type is not null);
        for (var at = 0; at < columns.Count && Error is null; at++)
            if (columns[at] is { Type: { } type } column && type.ItemNotation != first!.Type!.Value.ItemNotation)
                Error = WrongType.Mixed(names[at], column, first);
    }

    /// <summary>The column of that name; null where nothing is known of it, or it is an error.</summary>
    ViewColumn? Check(StepCall call, ColumnName name, Role role)
    {
        if (Error is not null || name.Text is null)
            return null;
        var column = Columns.Find(name.Text);
        if (Columns.Lacks(name.Text))
            Error = UnknownColumn.Of(name, Columns);
        else if (column?.Type is { } type && role.Takes.Count > 0 && role.For(type) is null)
            Error = WrongType.Of(name, column, role, call);
        return column;
    }
}
