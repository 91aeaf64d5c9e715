using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Gates;

/// <summary>In a test project: models of the projects it refers to that no test loads or asks.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BehaviourTestsAnalyzer : DiagnosticAnalyzer
{
    static readonly string[] TestAttributes =
        ["Xunit.FactAttribute", "NUnit.Framework.TestAttribute", "Microsoft.VisualStudio.TestTools.UnitTesting.TestMethodAttribute"];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(NoBehaviourTest.Rule);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (!TestAttributes.Any(name => start.Compilation.GetTypeByMetadataName(name) is not null))
                return;
            var uncalled = new ConcurrentDictionary<INamedTypeSymbol, bool>(SymbolEqualityComparer.Default);
            foreach (var model in ReferencedModels.FindAll(start.Compilation))
                uncalled.TryAdd(model, true);
            if (uncalled.IsEmpty)
                return;
            start.RegisterOperationAction(
                operation =>
                {
                    var method = operation.Operation is IInvocationOperation call ? call.TargetMethod : ((IMethodReferenceOperation)operation.Operation).Method;
                    if (method.Name is "Load" or "Predict")
                        uncalled.TryRemove(method.ContainingType, out _);
                },
                OperationKind.Invocation, OperationKind.MethodReference);
            start.RegisterCompilationEndAction(end =>
            {
                foreach (var model in uncalled.Keys.OrderBy(static model => model.ToDisplayString(), StringComparer.Ordinal))
                    end.ReportDiagnostic(NoBehaviourTest.Finding(model, end.Compilation));
            });
        });
    }
}
