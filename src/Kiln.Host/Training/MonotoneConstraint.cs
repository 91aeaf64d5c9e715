using Kiln.Contracts.Expectations;
using Kiln.Contracts.Models;
using Kiln.Host.Examples;
using Microsoft.ML.Data;

namespace Kiln.Host.Training;

/// <summary>Which way LightGBM's score may go with each of the numbers that its trees split by.</summary>
static class MonotoneConstraint
{
    /// <summary>What reports say of them; null where there are none.</summary>
    public static string? Describe(ModelDefinition model) => model.MonotoneConstraints.Count == 0 ? null
        : "LightGBM was told which way the score goes: " + string.Join(", ", model.MonotoneConstraints
            .Select(constraint => $"{(constraint.Value == Direction.Increasing ? "up" : "down")} with {constraint.Key}"));

    /// <summary>
    /// Which part of the features each tree may see. LightGBM grows no further once a tree finds nothing to split by; where some features may not go the
    /// way that the rows say, that is easily so of a part of them, so each tree sees all.
    /// </summary>
    /// <param name="share">What it would be without constraints.</param>
    public static double FeatureShare(ModelDefinition model, double share) => model.MonotoneConstraints.Count == 0 ? share : 1;

    /// <summary>LightGBM's parameters; none where the model asks for nothing.</summary>
    /// <param name="features">Numbers and one-hot categories in the order of their inputs, then what texts say.</param>
    public static IReadOnlyDictionary<string, object> Of(ModelDefinition model, TreeFeatures features)
    {
        var constraints = model.MonotoneConstraints;
        if (constraints.Count == 0)
            return new Dictionary<string, object>();
        var signs = new int[((VectorDataViewType)features.Of([]).Schema[ExampleView.Features].Type).Size];
        var place = 0;
        foreach (var input in features.Inputs.Where(input => !input.IsFreeText))
        {
            if (constraints.TryGetValue(input.Column.Name, out var direction))
                signs[place] = direction == Direction.Increasing ? 1 : -1;
            place += input.IsCategory ? input.Column.Values.Count : 1;
        }
        // The method "advanced" does not keep its constraints where values are missing, and "basic" learns a little less.
        return new Dictionary<string, object> { ["monotone_constraints"] = string.Join(',', signs), ["monotone_constraints_method"] = "intermediate" };
    }
}
