using System.Collections.Immutable;
using Kiln.Analyzers.Flow;
using Kiln.Analyzers.MachineLearning;
using Kiln.Analyzers.Pipelines.Reading;
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
        call.Parent is IExpressionStatementOperation || Measurement.IsOne(call) || RankingLabelByOccurrence.IsRanking(call) || IsHelper(call);

    /// <summary>A helper, perhaps of another type, that may measure what it is given.</summary>
    static bool IsHelper(IInvocationOperation call) =>
        !MachineLearningTypes.IsOwn(call.TargetMethod.ContainingType)
        && call.TargetMethod.Parameters.Any(static parameter => parameter.Type.Name is "ITransformer" or "IDataView");

    private protected override void Check(CodeOfType type, MachineLearningTypes types, SemanticModelAnalysisContext file)
    {
        var flow = type.Flow;
        var values = type.Values(file.SemanticModel);
        var views = new ViewReader(values, types);
        var chains = new ChainReader(values, types);
        var measurements = Measurement.AllIn(values, views, types);
        EvaluatedOnTrainingData.Check(measurements, flow, values, views, chains, types, file.ReportDiagnostic);
        TestSetChooses.Check(measurements, flow, values, file.ReportDiagnostic);
        ResultDropped.Check(flow, types, file.ReportDiagnostic);
        RankingLabelByOccurrence.Check(flow, chains, types, file.ReportDiagnostic);
    }
}
