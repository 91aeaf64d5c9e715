using System.Collections.Immutable;
using Kiln.Analyzers.Flow;
using Kiln.Analyzers.MachineLearning;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Leakage;

/// <summary>A split that keeps rows of one class together, in the belief that it spreads the classes evenly.</summary>
static class SamplingKeyIsLabel
{
    const string Key = "samplingKeyColumnName";

    const string Label = "labelColumnName";

    /// <summary>The finding's property that says that the argument can go, for the fix.</summary>
    public const string Removable = "Removable";

    public static readonly DiagnosticDescriptor Rule = new(
        Ids.SamplingKeyIsLabel, "The sampling key is the label",
        "rows with equal values of the sampling key stay on one side, and '{0}' is the label: "
        + "each class is held out as a whole or not at all; leave the sampling key out, or name a column whose rows belong together",
        Category.Leakage, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.SamplingKeyIsLabel));

    public static void Check(IReadOnlyList<Split> splits, TypeFlow flow, ValueReader values, Action<Diagnostic> report)
    {
        HashSet<string>? labels = null;
        foreach (var split in splits)
        {
            if (Text(split.At, Key, values) is not { } key || split.Call.Argument(Key)?.Syntax.Parent is not ArgumentSyntax written)
                continue;
            labels ??= LabelsIn(flow, values);
            if (labels.Contains(key))
                report(Diagnostic.Create(
                    Rule,
                    split.At.Frame.Caller is null ? written.Expression.GetLocation() : split.At.SeenFromStart.Syntax.GetLocation(),
                    ImmutableDictionary<string, string?>.Empty.Add(Removable, split.At.Frame.Caller is null && IsRemovable(written) ? "" : null),
                    key));
        }
    }

    /// <summary>What classifiers and their evaluation are told is the label, and what it is made from. Numbers repeat too seldom.</summary>
    static HashSet<string> LabelsIn(TypeFlow flow, ValueReader values)
    {
        var calls = flow.Bodies
            .SelectMany(static body => body.Operations.Select(operation => (Operation: operation, Body: body)))
            .Where(static one => one.Operation is IInvocationOperation)
            .Select(static one => new Value(one.Operation, new(one.Body)))
            .ToList();
        var labels = new HashSet<string>(calls.Where(static call => OfClasses((IInvocationOperation)call.Operation)).Select(call => Text(call, Label, values)).OfType<string>());
        foreach (var mapping in calls.Where(static call => ((IInvocationOperation)call.Operation).IsOwn("MapValueToKey")))
            if (Text(mapping, "outputColumnName", values) is { } label && labels.Contains(label) && Text(mapping, "inputColumnName", values) is { } from)
                labels.Add(from);
        return labels;
    }

    /// <summary>The string given for a parameter, wherever it was written; null where it is not known, or null.</summary>
    static string? Text(Value call, string parameter, ValueReader values) =>
        ((IInvocationOperation)call.Operation).Argument(parameter) is { } argument && values.TryText(argument, call.Frame, out var text) ? text : null;

    static bool OfClasses(IInvocationOperation call)
    {
        var catalog = call.Instance?.Type ?? (call.TargetMethod.IsExtensionMethod ? call.TargetMethod.Parameters[0].Type : null);
        return catalog?.Name is "BinaryClassificationCatalog" or "MulticlassClassificationCatalog" or "BinaryClassificationTrainers"
                or "MulticlassClassificationTrainers"
            && MachineLearningTypes.IsOwn(catalog);
    }

    /// <summary>Nothing that follows by position may move up.</summary>
    static bool IsRemovable(ArgumentSyntax argument) =>
        argument.Parent is ArgumentListSyntax { Arguments: var all }
        && all.Skip(all.IndexOf(argument) + 1).All(static next => next.NameColon is not null);
}
