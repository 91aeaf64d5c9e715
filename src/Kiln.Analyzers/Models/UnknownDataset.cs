using Kiln.Contracts;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Models;

/// <summary>A model on a dataset that the project does not have.</summary>
static class UnknownDataset
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.UnknownDataset, "The dataset of a model is not in the project",
        "'{0}' is no dataset of this project{1}; {2}add <Dataset Include=\"…\" Name=\"{0}\" /> to the project and build",
        Rules.Build, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Rules.Help(Ids.UnknownDataset));

    public static void Check(ModelUnderTest model, Action<Diagnostic> report)
    {
        var datasets = model.Contracts.Datasets;
        var wanted = model.Declaration.Dataset;
        if (datasets is null || datasets.Contains(wanted))
            return;
        var choice = datasets.Count == 0 ? "" : $"name one of {string.Join(", ", datasets.OrderBy(static name => name, StringComparer.Ordinal).Select(static name => $"'{name}'"))}, or ";
        report(Diagnostic.Create(Rule, model.Attribute.First, wanted, Nearest.Hint(wanted, datasets), choice));
    }
}
