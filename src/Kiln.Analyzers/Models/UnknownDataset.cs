using Kiln.Contracts;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Models;

/// <summary>A model on a dataset that the project does not have.</summary>
static class UnknownDataset
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.UnknownDataset, "The dataset of a model is not in the project",
        "'{0}' is no dataset of this project{1}; name one of {2}, or add <Dataset Include=\"…\" Name=\"{0}\" /> to the project and build",
        Rules.Build, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Rules.Help(Ids.UnknownDataset));

    /// <summary>Silent in a project without any contract: before its first build it cannot have one.</summary>
    public static void Check(ModelUnderTest model, Action<Diagnostic> report)
    {
        var datasets = model.Contracts.Datasets;
        var wanted = model.Declaration.Dataset;
        if (datasets.Count > 0 && model.Contracts.Find(wanted) is null)
            report(Diagnostic.Create(
                Rule, model.Attribute.First, wanted, Nearest.Hint(wanted, datasets),
                string.Join(", ", datasets.OrderBy(static name => name, StringComparer.Ordinal).Select(static name => $"'{name}'"))));
    }
}
