using Kiln.Analyzers.Catalog;
using Kiln.Analyzers.Flow;
using Kiln.Analyzers.MachineLearning;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Leakage;

/// <summary>Rows that are repeated before they are split: copies of one row are then on both sides.</summary>
static class OversampledBeforeSplit
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.OversampledBeforeSplit, "Rows are repeated before the split",
        "'{0}' repeats rows that {1} splits afterwards, so copies of training rows are among the held-out ones; "
        + "split first and repeat only training rows",
        Category.Leakage, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.OversampledBeforeSplit));

    /// <summary>What leaves the rows of a list as they are, or some of them out.</summary>
    static readonly HashSet<string> Same = ["ToList", "ToArray", "AsEnumerable", "OrderBy", "OrderByDescending"];

    static readonly HashSet<string> Some = ["Where", "Take", "Skip", "TakeWhile", "SkipWhile"];

    public static void Check(IReadOnlyList<Split> splits, ValueReader values, Action<Diagnostic> report)
    {
        var reported = new HashSet<IOperation>();
        foreach (var split in splits)
            for (var view = split.View; view is not null; view = view.Parent)
                if (Repeating(view, values) is { Operation: IInvocationOperation call } found && reported.Add(call))
                    report(Diagnostic.Create(
                        Rule,
                        (found.SeenFromStart as IInvocationOperation ?? call).NameLocation(),
                        [split.At.SeenFromStart.Syntax.GetLocation()],
                        call.TargetMethod.Name,
                        split.Call.TargetMethod.Name));
    }

    static Value? Repeating(View view, ValueReader values) => view switch
    {
        PartialView { By: var sample, Call: var call } when call.Has(Tag.RepeatsRows) => sample,
        SourceView { Load: { Operation: IInvocationOperation load } at } when load.IsOwn("LoadFromEnumerable") && load.Argument("data") is { } data =>
            Doubling(data, at.Frame, values) ?? Growing(data, at, values),
        _ => null,
    };

    /// <summary><c>rows.Concat(rows)</c>, or with some of the same rows.</summary>
    static Value? Doubling(IOperation rows, Frame frame, ValueReader values)
    {
        var parts = new List<Value>();
        if (Join(rows, frame, values, parts) is not { } concat)
            return null;
        return parts.Any(all => parts.Any(again => again != all && Repeats(all, again))) ? concat : null;

        bool Repeats(Value all, Value again) =>
            RowsOf(all, values, Same) is { } whole
            && (Equals(whole.Identity, RowsOf(again, values, Same)?.Identity)
                || Equals(whole.Identity, RowsOf(again, values, [.. Same, .. Some])?.Identity));
    }

    /// <summary><c>rows.AddRange(some)</c> of the same rows, before the rows are loaded.</summary>
    static Value? Growing(IOperation rows, Value load, ValueReader values)
    {
        var (body, frame) = (load.Frame.Body, load.Frame);
        if (values.OriginOf(rows, frame) is not { } list || RowsOf(new(rows, frame), values, Same)?.Identity is not { } whole)
            return null;
        var growing = body.Operations.OfType<IInvocationOperation>().FirstOrDefault(call =>
            call is { TargetMethod: { Name: "AddRange", ContainingType.Name: "List" }, Instance: { } grown }
            && call.Syntax.SpanStart < load.Operation.Syntax.SpanStart
            && values.OriginOf(grown, frame) == list
            && Equals(RowsOf(new(call.Arguments[0].Value, frame), values, [.. Same, .. Some])?.Identity, whole));
        return growing is null ? null : new(growing, frame);
    }

    /// <summary>The outermost <c>Concat</c>, and what it and those inside it join.</summary>
    static Value? Join(IOperation rows, Frame frame, ValueReader values, List<Value> parts)
    {
        if (RowsOf(new(rows, frame), values, Same) is { Operation: IInvocationOperation { TargetMethod.Name: "Concat" } concat } origin && IsLinq(concat))
        {
            foreach (var argument in concat.Arguments)
                Join(argument.Value, origin.Frame, values, parts);
            return origin;
        }
        parts.Add(new(rows, frame));
        return null;
    }

    static Value? RowsOf(Value rows, ValueReader values, HashSet<string> through)
    {
        var origin = values.OriginOf(rows.Operation, rows.Frame);
        while (origin is { Operation: IInvocationOperation call } at && IsLinq(call) && through.Contains(call.TargetMethod.Name))
            origin = values.OriginOf(call.Arguments[0].Value, at.Frame);
        return origin;
    }

    static bool IsLinq(IInvocationOperation call) =>
        call.TargetMethod is { IsExtensionMethod: true, ContainingType: { Name: "Enumerable", ContainingNamespace.Name: "Linq" } };
}
