using System.Collections.Immutable;
using Kiln.Analyzers.Models;
using Kiln.Generators.Inputs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kiln.Analyzers;

/// <summary>Reads each contract of the project by itself, also those that no model uses.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractsAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(ContractUnreadable.Rule);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterAdditionalFileAction(static file =>
        {
            if (BuildOptions.DatasetOf(file.AdditionalFile, file.Options.AnalyzerConfigOptionsProvider) is { } dataset
                && file.AdditionalFile.GetText(file.CancellationToken) is { } text)
                ContractUnreadable.Check(dataset, file.AdditionalFile.Path, text, file.ReportDiagnostic);
        });
    }
}
