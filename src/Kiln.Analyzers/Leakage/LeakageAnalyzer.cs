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

    private protected override void Check(CodeOfType type, MachineLearningTypes types, SemanticModelAnalysisContext file)
    {
        var flow = type.Flow;
        var views = new ViewReader(flow, types);
        var splits = Split.AllIn(flow, views, types);
        FittedBeforeSplit.Check(splits, flow, views, types, file.ReportDiagnostic);
        OversampledBeforeSplit.Check(splits, flow, file.ReportDiagnostic);
        SamplingKeyIsLabel.Check(splits, flow, file.ReportDiagnostic);
    }
}
