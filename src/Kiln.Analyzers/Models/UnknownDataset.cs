using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Models;

/// <summary>A model on a dataset that the project does not have.</summary>
static class UnknownDataset
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.UnknownDataset, "A model's dataset is not in the project",
        "{0}", Category.Build, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.UnknownDataset));

    public static void Check(ModelUnderTest model, Action<Diagnostic> report)
    {
        if (Problem(model.Declaration.Dataset, model.Contracts.Datasets) is { } problem)
            report(Diagnostic.Create(Rule, model.Attribute.First, problem));
    }

    static string? Problem(string wanted, IReadOnlyCollection<string>? datasets)
    {
        if (wanted.Length == 0)
            return "[Model] names no dataset, so there is nothing to train from; write the Name of a Dataset item "
                + "(its file's name without extension, unless it says another)";
        if (datasets is null || datasets.Contains(wanted))
            return null;
        var names = string.Join(", ", datasets.OrderBy(static name => name, StringComparer.Ordinal).Select(static name => $"'{name}'"));
        return $"'{wanted}' is not a dataset of this project{Nearest.Hint(wanted, datasets)}; {(datasets.Count == 0 ? "" : $"name one of {names}, or ")}"
            + $"add <Dataset Include=\"…\" Name=\"{wanted}\" /> to the project and build, or correct an Include that matches no file";
    }
}
