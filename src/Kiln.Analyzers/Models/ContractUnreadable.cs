using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Kiln.Generators.Inputs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Kiln.Analyzers.Models;

/// <summary>A contract that cannot be read, at the line and column of the file where it stops making sense.</summary>
static class ContractUnreadable
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.ContractUnreadable, "A contract cannot be read",
        "the contract of dataset '{0}' cannot be read: {1}; correct the contract, or restore it from version control",
        Category.Data, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.ContractUnreadable));

    public static void Check(string dataset, string path, SourceText text, Action<Diagnostic> report)
    {
        foreach (var error in ContractReading.Read(text.ToString()).Error?.All ?? [])
            report(Diagnostic.Create(Rule, JsonPlace.Find(path, text, error), dataset, error.Message));
    }
}
