using Kiln.Contracts.Models;

namespace Kiln.Host.Reports.Figures;

/// <summary>What the classes of a model are called in a report.</summary>
static class ClassNames
{
    /// <summary>As the data spells them; numbered where the label's values are not to be listed.</summary>
    public static IReadOnlyList<string> Of(ModelShape shape) =>
        shape.LabelColumn?.Classification is null ? shape.Classes : [.. shape.Classes.Select((_, index) => $"class {index + 1}")];
}
