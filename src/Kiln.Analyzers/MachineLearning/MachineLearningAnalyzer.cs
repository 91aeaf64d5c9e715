using Microsoft.CodeAnalysis.Diagnostics;

namespace Kiln.Analyzers.MachineLearning;

/// <summary>
/// A family of rules about code that uses ML.NET. Where a compilation does not, nothing is registered; and of a compilation that does, only
/// the files are looked at that say so. Operation actions are not used: one of them makes the compiler build the operations of all files.
/// </summary>
public abstract class MachineLearningAnalyzer : DiagnosticAnalyzer
{
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (MachineLearningTypes.Find(start.Compilation) is { } types)
                Start(start, types);
        });
    }

    private protected abstract void Start(CompilationStartAnalysisContext start, MachineLearningTypes types);

    /// <summary>Looks at each file that says one of the words.</summary>
    private protected static void LookAtFiles(CompilationStartAnalysisContext start, FileWords words, Action<SemanticModelAnalysisContext> look) =>
        start.RegisterSemanticModelAction(file =>
        {
            if ((FileText.Read(file.SemanticModel.SyntaxTree, file.CancellationToken) & words) != 0)
                look(file);
        });

    /// <summary>Looks at each operation of the files that say one of the words.</summary>
    private protected static void LookAtCode(CompilationStartAnalysisContext start, FileWords words, Action<CodeContext> look) =>
        LookAtFiles(start, words, file =>
        {
            foreach (var body in CodeBody.AllIn(file.SemanticModel, file.CancellationToken))
                foreach (var operation in body.Operations)
                    look(new(operation, body.Symbol, file));
        });
}
