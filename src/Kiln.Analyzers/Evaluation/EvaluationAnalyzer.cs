using System.Collections.Immutable;
using Kiln.Analyzers.Flow;
using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Evaluation;

/// <summary>Rules about how models are measured.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EvaluationAnalyzer : FlowAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        EvaluatedOnTrainingData.Rule,
        TestSetChooses.Rule,
        ResultDropped.Rule,
        RankingLabelByOccurrence.Rule);

    private protected override bool Concerns(IInvocationOperation call) =>
        call.Parent is IExpressionStatementOperation || Measurement.IsOne(call) || RankingLabelByOccurrence.IsRanking(call);

    private protected override void Check(CodeOfType type, MachineLearningTypes types, SemanticModelAnalysisContext file)
    {
        var flow = type.Flow;
        var views = new ViewReader(flow, types);
        var estimators = new EstimatorReader(flow);
        var measurements = Measurement.AllIn(flow, views, types);
        EvaluatedOnTrainingData.Check(measurements, flow, views, estimators, types, file.ReportDiagnostic);
        TestSetChooses.Check(measurements, flow, file.ReportDiagnostic);
        ResultDropped.Check(flow, types, file.ReportDiagnostic);
        RankingLabelByOccurrence.Check(flow, estimators, types, file.ReportDiagnostic);
    }
}
