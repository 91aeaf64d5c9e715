using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Flow;

/// <summary>A family of rules that follow values. Each type is looked at as a whole: the bodies in it that deal with ML.NET.</summary>
public abstract class FlowAnalyzer : MachineLearningAnalyzer
{
    private protected abstract void Check(CodeOfType type, MachineLearningTypes types, SemanticModelAnalysisContext file);

    /// <summary>Whether a type is worth looking at because of this call of it.</summary>
    private protected virtual bool Concerns(IInvocationOperation call) => true;

    private protected sealed override void Start(CompilationStartAnalysisContext start, MachineLearningTypes types) =>
        LookAtFiles(start, FileWords.MachineLearning, file =>
        {
            foreach (var type in CodeOfType.AllIn(file.SemanticModel, file.CancellationToken))
                if (type.Calls.Any(Concerns))
                    Check(type, types, file);
        });
}
