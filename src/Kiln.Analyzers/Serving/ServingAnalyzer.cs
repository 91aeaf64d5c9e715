using System.Collections.Immutable;
using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Serving;

/// <summary>How applications use what was trained.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ServingAnalyzer : MachineLearningAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(SharedEngine.Rule, EnginePerCall.Rule, NaNComparison.Rule);

    private protected override void Start(CompilationStartAnalysisContext start, MachineLearningTypes types)
    {
        var engines = new SharedEngine();
        start.RegisterSymbolAction(engines.Declared, SymbolKind.Field, SymbolKind.Property);
        LookAtCode(start, FileWords.MachineLearning | FileWords.NaN | FileWords.Serving, context =>
        {
            if (context.Operation is IInvocationOperation call)
            {
                engines.Called(call);
                EnginePerCall.Check(call, types, context);
            }
            else if (context.Operation is IBinaryOperation comparison)
                NaNComparison.Check(comparison, context.ReportDiagnostic);
        });
        start.RegisterCompilationEndAction(engines.End);
    }
}
