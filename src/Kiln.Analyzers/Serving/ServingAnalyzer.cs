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
        start.RegisterOperationAction(
            operation =>
            {
                var call = (IInvocationOperation)operation.Operation;
                engines.Called(call);
                EnginePerCall.Check(call, operation);
            },
            OperationKind.Invocation);
        start.RegisterOperationAction(NaNComparison.Check, OperationKind.Binary);
        start.RegisterCompilationEndAction(engines.End);
    }
}
