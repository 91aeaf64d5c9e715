using System.Collections.Immutable;
using Kiln.Analyzers.Flow;
using Kiln.Analyzers.MachineLearning;
using Kiln.Analyzers.Pipelines.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kiln.Analyzers.Pipelines;

/// <summary>Rules about the columns that pipelines take and give: what ML.NET itself says only when a pipeline is fitted.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PipelinesAnalyzer : FlowAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        UnknownColumn.Rule,
        WrongType.Rule);

    private protected override void Check(TypeFlow flow, MachineLearningTypes types, SymbolAnalysisContext type)
    {
        foreach (var finding in new PipelineCheck(flow, types).Findings())
            type.ReportDiagnostic(finding.ToDiagnostic());
    }
}
