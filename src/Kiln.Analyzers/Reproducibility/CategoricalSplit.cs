using Kiln.Analyzers.MachineLearning;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Reproducibility;

/// <summary>LightGBM on columns that are known to be categories, without a word on how to split them: the number of rows decides.</summary>
static class CategoricalSplit
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.CategoricalSplit, "The number of rows decides how LightGBM splits categories",
        "LightGbm splits the categories of {0} otherwise above 50,000 rows, so more data is another algorithm; "
        + "set UseCategoricalSplit to true or false in its options",
        Rules.Reproducibility, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: Rules.Help(Ids.CategoricalSplit));

    public static void Check(IInvocationOperation call, Action<Diagnostic> report)
    {
        if (call.TargetMethod.Name != "LightGbm" || !IsLeftOpen(call))
            return;
        foreach (var upstream in EstimatorChain.Before(call))
            if (MakesCategories(upstream))
            {
                report(Diagnostic.Create(Rule, call.NameLocation(), upstream.TargetMethod.Name));
                return;
            }
    }

    static bool IsLeftOpen(IInvocationOperation call) => TrainerOptions.Of(call) is { } options
        ? options["UseCategoricalSplit"] is not { } split || split.IsNull()
        : !TrainerOptions.AreTaken(call);

    /// <summary>Only indicators tell LightGBM which slots belong to one category.</summary>
    static bool MakesCategories(IInvocationOperation call) =>
        call.TargetMethod.Name is "OneHotEncoding" or "OneHotHashEncoding"
        && call.Argument("outputKind")?.Unwrapped() is { } kind
        && (kind is IFieldReferenceOperation { Field.Name: "Indicator" } || kind.IsImplicit);
}
