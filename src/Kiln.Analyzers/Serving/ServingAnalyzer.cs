using System.Collections.Immutable;
using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kiln.Analyzers.Serving;

/// <summary>How applications use what was trained.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ServingAnalyzer : MachineLearningAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(NaNComparison.Rule);

    private protected override void Start(CompilationStartAnalysisContext start, MachineLearningTypes types) =>
        start.RegisterOperationAction(NaNComparison.Check, OperationKind.Binary);
}
