using Kiln.Analyzers.Flow;
using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Evaluation;

/// <summary>What to write where a model is evaluated on the <c>TrainSet</c> it was fitted on: the same split's <c>TestSet</c>.</summary>
static class HeldOutRows
{
    /// <summary>The finding's property with the text, for the fix.</summary>
    public const string Property = "HeldOut";

    /// <summary>Null where the split cannot be named there, or where more would change than what is evaluated.</summary>
    public static (SyntaxNode Instead, string Text)? For(IOperation transformed, FittedModel model, Measurement measurement, ValueReader values)
    {
        var body = measurement.Body;
        if (model.On is not SideView { IsTest: false } fitted || !IsOnlyEvaluated(transformed, measurement))
            return null;
        var given = transformed.Unwrapped();
        var side = given is ILocalReferenceOperation local ? body.Reaching(local.Local, given)?.Value : given;
        if (side is null || SplitSide.Read(side) is not (ILocalReferenceOperation split, false))
            return null;
        // The same split must be in that variable, and in sight, where the text is to stand.
        return Equals(values.OriginOf(split, new(body))?.Identity, fitted.Split)
            && body.Reaching(split.Local, given) == body.Reaching(split.Local, split)
            && IsInSight(split.Local, given.Syntax)
                ? (given.Syntax, $"{split.Local.Name}.TestSet")
                : null;
    }

    /// <summary>Whether the transformed view is written in the very call of Evaluate, or in a variable that is read there only.</summary>
    static bool IsOnlyEvaluated(IOperation transformed, Measurement measurement)
    {
        if (measurement.Call.Syntax.Span.Contains(transformed.Syntax.Span))
            return true;
        var body = measurement.Body;
        var evaluated = measurement.Call.Arguments
            .Select(static argument => argument.Value.Unwrapped())
            .OfType<ILocalReferenceOperation>()
            .FirstOrDefault();
        return evaluated is not null
            && body.Reaching(evaluated.Local, evaluated)?.Value?.Syntax.Span.Contains(transformed.Syntax.Span) == true
            && body.WithNested.SelectMany(static one => one.Operations).OfType<ILocalReferenceOperation>().Count(IsRead) == 1;

        bool IsRead(ILocalReferenceOperation use) =>
            SymbolEqualityComparer.Default.Equals(use.Local, evaluated.Local) && use.Parent is not ISimpleAssignmentOperation;
    }

    static bool IsInSight(ILocalSymbol local, SyntaxNode place) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } declared
        && declared.Ancestors().First(static node => node is BlockSyntax or CompilationUnitSyntax).Span.Contains(place.Span);
}
