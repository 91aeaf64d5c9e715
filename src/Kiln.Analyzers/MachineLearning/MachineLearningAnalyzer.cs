using Microsoft.CodeAnalysis.Diagnostics;

namespace Kiln.Analyzers.MachineLearning;

/// <summary>A family of rules about code that uses ML.NET. Where a compilation does not, nothing is registered.</summary>
public abstract class MachineLearningAnalyzer : DiagnosticAnalyzer
{
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (MachineLearningTypes.Of(start.Compilation) is { } types)
                Start(start, types);
        });
    }

    private protected abstract void Start(CompilationStartAnalysisContext start, MachineLearningTypes types);
}
