using System.Collections.Immutable;
using Kiln.Analyzers.Flow;
using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Leakage;

/// <summary>Rules about what training learns of the rows that are held out to measure it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LeakageAnalyzer : FlowAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        FittedBeforeSplit.Rule,
        OversampledBeforeSplit.Rule,
        SamplingKeyIsLabel.Rule);

    private protected override bool Concerns(IInvocationOperation call) => Split.IsOne(call);

    private protected override void Check(TypeFlow flow, MachineLearningTypes types, SymbolAnalysisContext type)
    {
        var views = new ViewReader(flow, types);
        var splits = Split.AllIn(flow, views, types);
        FittedBeforeSplit.Check(splits, flow, views, types, type.ReportDiagnostic);
        OversampledBeforeSplit.Check(splits, flow, type.ReportDiagnostic);
        SamplingKeyIsLabel.Check(splits, flow, type.ReportDiagnostic);
    }
}
