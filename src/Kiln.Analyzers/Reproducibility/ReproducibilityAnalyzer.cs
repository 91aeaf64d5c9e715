using System.Collections.Immutable;
using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kiln.Analyzers.Reproducibility;

/// <summary>What makes training give another model from the same data and the same code.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReproducibilityAnalyzer : MachineLearningAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        UnseededContext.Rule,
        SeedWithoutEffect.Rule,
        ChangingValue.Rule,
        CustomMappingLost.Rule,
        TimeBoxedSearch.Rule,
        RootedPath.Rule);

    private protected override void Start(CompilationStartAnalysisContext start, MachineLearningTypes types)
    {
        var flow = new ContextFlow(types, start.Compilation.Assembly);
        var code = new TrainingCode(types);
        LookAtCode(start, FileWords.MachineLearning, context =>
        {
            flow.Look(context);
            code.Look(context);
        });
        start.RegisterCompilationEndAction(end => code.End(end, flow));
    }
}
