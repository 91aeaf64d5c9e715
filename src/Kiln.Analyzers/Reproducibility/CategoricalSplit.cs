using Kiln.Analyzers.MachineLearning;
using Kiln.Analyzers.Pipelines.Reading;
using Kiln.Analyzers.Pipelines.Rules;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Reproducibility;

/// <summary>LightGBM on columns that are known to be categories, without a word on how to split them: the number of rows decides.</summary>
static class CategoricalSplit
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.CategoricalSplit, "The number of rows decides how LightGBM splits categories",
        "LightGbm splits the categories of {0} otherwise above 50,000 rows, so more data is another algorithm; "
        + "set UseCategoricalSplit to true or false in its options",
        Category.Reproducibility, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RulePage.Link(Ids.CategoricalSplit));

    public static IEnumerable<(StepCall Step, Finding Finding)> Of(IReadOnlyList<StepCall?> steps)
    {
        StepCall? categories = null;
        foreach (var step in steps.OfType<StepCall>())
            if (MakesCategories(step))
                categories = step;
            else if (categories is not null && IsLeftOpen(step))
                yield return (step, new(Rule, step.MethodName.GetLocation(), categories.Name));
    }

    static bool IsLeftOpen(StepCall step) => step.Name == "LightGbm" && step.Setting("UseCategoricalSplit") is var (value, _) && value?.IsNull() != false;

    /// <summary>Only indicators tell LightGBM which slots belong to one category.</summary>
    static bool MakesCategories(StepCall step) =>
        step.Name is "OneHotEncoding" or "OneHotHashEncoding" && step.Variants.Contains("outputKind=Indicator");
}
