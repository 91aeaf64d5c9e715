using Kiln.Analyzers.Catalog;
using Kiln.Analyzers.Flow;
using Kiln.Analyzers.MachineLearning;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Leakage;

/// <summary>Rows that are repeated before they are split: copies of one row then stand on both sides.</summary>
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

    public static void Check(IReadOnlyList<Split> splits, TypeFlow flow, Action<Diagnostic> report)
    {
        var reported = new HashSet<IOperation>();
        foreach (var split in splits)
            for (var view = split.View; view is not null; view = view.Parent)
                if (Repeating(view, flow) is { } call && reported.Add(call))
                    report(Diagnostic.Create(
                        Rule,
                        call.NameLocation(),
                        [split.Call.Syntax.GetLocation()],
                        call.TargetMethod.Name,
                        split.Call.TargetMethod.Name));
    }

    static IInvocationOperation? Repeating(View view, TypeFlow flow) => view switch
    {
        PartialView { By: var sample } when sample.Has(Tag.RepeatsRows) => sample,
        SourceView { Identity: IInvocationOperation load } when load.IsOwn("LoadFromEnumerable") && load.Argument("data") is { } data
            && flow.BodyOf(load) is { } body => Doubling(data, body, flow) ?? Growing(data, load, body, flow),
        _ => null,
    };

    /// <summary><c>rows.Concat(rows)</c>, or with some of the same rows.</summary>
    static IInvocationOperation? Doubling(IOperation rows, BodyFlow body, TypeFlow flow)
    {
        var parts = new List<(IOperation Rows, BodyFlow Body)>();
        if (Join(rows, body, flow, parts) is not { } concat)
            return null;
        return parts.Any(all => parts.Any(again => again.Rows != all.Rows && Repeats(all, again))) ? concat : null;

        bool Repeats((IOperation Rows, BodyFlow Body) all, (IOperation Rows, BodyFlow Body) again) =>
            RowsOf(all.Rows, all.Body, flow, Same) is { } whole
            && (Equals(whole.Identity, RowsOf(again.Rows, again.Body, flow, Same)?.Identity)
                || Equals(whole.Identity, RowsOf(again.Rows, again.Body, flow, [.. Same, .. Some])?.Identity));
    }

    /// <summary><c>rows.AddRange(some)</c> of the same rows, before the rows are loaded.</summary>
    static IInvocationOperation? Growing(IOperation rows, IInvocationOperation load, BodyFlow body, TypeFlow flow) =>
        flow.OriginOf(rows, body) is { Body: var place } list && place == body && RowsOf(rows, body, flow, Same)?.Identity is { } whole
            ? body.Operations.OfType<IInvocationOperation>().FirstOrDefault(call =>
                call is { TargetMethod: { Name: "AddRange", ContainingType.Name: "List" }, Instance: { } grown }
                && call.Syntax.SpanStart < load.Syntax.SpanStart
                && flow.OriginOf(grown, body)?.Operation == list.Operation
                && Equals(RowsOf(call.Arguments[0].Value, body, flow, [.. Same, .. Some])?.Identity, whole))
            : null;

    /// <summary>The outermost <c>Concat</c>, and what it and those inside it join.</summary>
    static IInvocationOperation? Join(IOperation rows, BodyFlow body, TypeFlow flow, List<(IOperation Rows, BodyFlow Body)> parts)
    {
        if (RowsOf(rows, body, flow, Same) is { Operation: IInvocationOperation { TargetMethod.Name: "Concat" } concat } origin
            && IsLinq(concat))
        {
            foreach (var argument in concat.Arguments)
                Join(argument.Value, origin.Body, flow, parts);
            return concat;
        }
        parts.Add((rows, body));
        return null;
    }

    static Origin? RowsOf(IOperation rows, BodyFlow body, TypeFlow flow, HashSet<string> through)
    {
        var origin = flow.OriginOf(rows, body);
        while (origin is { Operation: IInvocationOperation call } && IsLinq(call) && through.Contains(call.TargetMethod.Name))
            origin = flow.OriginOf(call.Arguments[0].Value, origin.Value.Body);
        return origin;
    }

    static bool IsLinq(IInvocationOperation call) =>
        call.TargetMethod is { IsExtensionMethod: true, ContainingType: { Name: "Enumerable", ContainingNamespace.Name: "Linq" } };
}
