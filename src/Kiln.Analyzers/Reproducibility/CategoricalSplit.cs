using Kiln.Analyzers.Catalog;
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
        "LightGbm splits the categories of {0} differently above 50,000 rows, so more data means another algorithm; "
        + "set UseCategoricalSplit to true or false in its options",
        Category.Reproducibility, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.CategoricalSplit));

    public static IEnumerable<(EstimatorCall Estimator, Finding Finding)> Find(IReadOnlyList<EstimatorCall?> estimators)
    {
        EstimatorCall? categories = null;
        foreach (var estimator in estimators.OfType<EstimatorCall>())
            if (MakesCategories(estimator))
                categories = estimator;
            else if (categories is not null && IsLeftOpen(estimator))
                yield return (estimator, new(Rule, estimator.MethodName.GetLocation(), categories.Name));
    }

    static bool IsLeftOpen(EstimatorCall estimator) => estimator.Name == "LightGbm" && estimator.Setting("UseCategoricalSplit") is var (value, _) && value?.IsNull() != false;

    /// <summary>Only indicators tell LightGBM which slots belong to one category.</summary>
    static bool MakesCategories(EstimatorCall estimator) =>
        estimator.Method?.Has(Tag.Categories) == true;
}
