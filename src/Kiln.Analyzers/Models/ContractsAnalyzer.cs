using System.Collections.Immutable;
using Kiln.Contracts;
using Kiln.Generators.Inputs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kiln.Analyzers.Models;

/// <summary>A contract that cannot be read, at the line and column of the file where it stops making sense.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractsAnalyzer : DiagnosticAnalyzer
{
    static readonly DiagnosticDescriptor Rule = new(
        Ids.ContractUnreadable, "A contract cannot be read",
        "the contract of dataset '{0}' cannot be read: {1}; mend the file, or delete it to have it inferred again from the data",
        Rules.Data, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Rules.Help(Ids.ContractUnreadable));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterAdditionalFileAction(static file =>
        {
            if (BuildOptions.DatasetOf(file.AdditionalFile, file.Options.AnalyzerConfigOptionsProvider) is { } dataset
                && file.AdditionalFile.GetText(file.CancellationToken) is { } text
                && ContractReading.Of(text.ToString()).Error is { } error)
                file.ReportDiagnostic(Diagnostic.Create(
                    Rule, JsonPlace.Of(file.AdditionalFile.Path, text, error), dataset, error.Message));
        });
    }
}
