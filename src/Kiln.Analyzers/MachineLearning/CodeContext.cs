using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kiln.Analyzers.MachineLearning;

/// <summary>An operation as a rule gets to see it.</summary>
/// <param name="ContainingSymbol">The member whose code it is in.</param>
readonly record struct CodeContext(IOperation Operation, ISymbol ContainingSymbol, SemanticModelAnalysisContext File)
{
    public Compilation Compilation => File.SemanticModel.Compilation;

    public CancellationToken CancellationToken => File.CancellationToken;

    public void ReportDiagnostic(Diagnostic finding) => File.ReportDiagnostic(finding);
}
