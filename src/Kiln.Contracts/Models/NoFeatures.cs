using Kiln.Contracts.Data;

namespace Kiln.Contracts.Models;

/// <summary>Why nothing is left to predict from: where the definition itself takes it away, the contract is not to blame.</summary>
static class NoFeatures
{
    const int MostNamed = 5;

    /// <param name="group">The column whose values stay on one side, which is no feature then.</param>
    public static Problem Explain(ModelDefinition model, DataContract contract, Column? label, Column? group)
    {
        if (model.Features is { Count: 0 })
            return Of(model, "Features", "Features is empty; name the columns to predict from in it, or leave it out");
        if (model.Features is { } features)
            return Of(model, "Features", $"of the columns in Features {List(features.Select(name => $"'{name}' {Taken(name)}"))}; "
                + (features.Any(model.Ignore.Contains) ? "remove one from Ignore, or name other columns in Features" : "name other columns in Features"));
        var ignored = contract.Columns.Where(column => column != label && column != group && !column.OnlyInTraining
            && (column.Role is ColumnRole.Feature or ColumnRole.Time) && model.Ignore.Contains(column.Name)).ToList();
        return ignored.Count > 0
            ? Of(model, "Ignore", $"Ignore names all that '{contract.Dataset}' has to predict from ({List(ignored.Select(column => $"'{column.Name}'"))}); "
                + "remove one from it, or give another column role \"feature\" in the contract")
            : Of(model, null, $"no usable column of '{contract.Dataset}' has role \"feature\"; give one that role in the contract, or name it in Features");

        string Taken(string name) =>
            name == label?.Name ? "is the label"
            : model.Ignore.Contains(name) ? "is in Ignore too"
            : name == group?.Name ? "keeps rows on one side (Group)"
            : throw new ArgumentException($"'{name}' is a feature", nameof(model));
    }

    static Problem Of(ModelDefinition model, string? argument, string why) => new(Ids.NoFeatures, argument, $"'{model.Name}' has no features: {why}");

    static string List(IEnumerable<string> parts) => parts.ToList() is var all && all.Count > MostNamed
        ? $"{string.Join(", ", all.Take(MostNamed))} and {all.Count - MostNamed} more"
        : string.Join(", ", all);
}
