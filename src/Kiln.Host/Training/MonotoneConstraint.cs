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
