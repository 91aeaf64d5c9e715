using Kiln.Analyzers.MachineLearning;
using Kiln.Analyzers.Pipelines.Columns;
using Kiln.Analyzers.Pipelines.Reading;
using Kiln.Analyzers.Pipelines.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Pipelines;

/// <summary>
/// Where a finding is told. What is wrong in a helper of another type only with the data of this one is told where the helper is used: others
/// may use it rightly, and a finding in a file belongs to the types of that file.
/// </summary>
sealed class FindingPlace(INamedTypeSymbol type)
{
    /// <summary>The finding at code of the type; null where it is told with the helper's own type, or no place in this one is to blame.</summary>
    /// <param name="estimator">The estimator that is wrong.</param>
    /// <param name="chain">The chain it is part of.</param>
    public Finding? Locate(Finding finding, EstimatorCall estimator, IReadOnlyList<EstimatorCall?> chain)
    {
        if (finding.Estimator is not null || IsHere(finding.Where))
            return finding;
        if (Home(estimator) is not { } home || home != estimator.Call && IsToldThere(finding, home, chain))
            return null;
        var where = home is IInvocationOperation call ? call.NameLocation() : home.Syntax.GetLocation();
        return new(finding.Rule, where, finding.Arguments) { Estimator = finding.Where };
    }

    public bool IsHere(Location where) => where.SourceTree?.GetRoot().FindNode(where.SourceSpan) is { } node && IsHere(node);

    /// <summary>Top-level statements are in no declaration, and nothing else calls them.</summary>
    bool IsHere(SyntaxNode node) => node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } around
        || type.DeclaringSyntaxReferences.Any(part => part.SyntaxTree == around.SyntaxTree && part.Span == around.Span);

    /// <summary>The estimator, or the use of the helper that it stands in.</summary>
    IOperation? Home(EstimatorCall estimator)
    {
        if (IsHere(estimator.Call.Syntax))
            return estimator.Call;
        var frame = estimator.Frame;
        while (frame.Use is { } use && !IsHere(use.Syntax))
            frame = frame.Caller!;
        return frame.Use;
    }

    /// <summary>Whether the helper's estimators alone are wrong, whatever the data.</summary>
    bool IsToldThere(Finding finding, IOperation home, IReadOnlyList<EstimatorCall?> chain) =>
        ChainRun.Run([.. chain.Where(estimator => estimator is not null && Home(estimator) == home)], ViewColumns.Unknown).Findings
            .Any(told => told.Finding.Rule == finding.Rule && told.Finding.Where == finding.Where);
}
