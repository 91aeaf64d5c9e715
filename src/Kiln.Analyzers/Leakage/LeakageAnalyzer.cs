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

    private protected override bool Concerns(IInvocationOperation call) => Split.IsOne(call) || SplitsElsewhere(call);

    /// <summary>A helper, perhaps of another type, that may split what it is given.</summary>
    static bool SplitsElsewhere(IInvocationOperation call) =>
        !MachineLearningTypes.IsOwn(call.TargetMethod.ContainingType) && call.TargetMethod.ReturnType.Name == "TrainTestData";

    private protected override void Check(CodeOfType type, MachineLearningTypes types, SemanticModelAnalysisContext file)
    {
        var flow = type.Flow;
        var values = type.Values(file.SemanticModel);
        var views = new ViewReader(values, types);
        var splits = Split.AllIn(values, views, types);
        FittedBeforeSplit.Check(splits, flow, views, new(values, types), types, file.ReportDiagnostic);
        OversampledBeforeSplit.Check(splits, values, file.ReportDiagnostic);
        SamplingKeyIsLabel.Check(splits, flow, values, file.ReportDiagnostic);
    }
}
