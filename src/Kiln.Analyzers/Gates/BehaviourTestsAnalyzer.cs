using System.Collections.Concurrent;
using System.Collections.Immutable;
using Kiln.Contracts;
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

    static readonly DiagnosticDescriptor Rule = new(
        Ids.NoBehaviourTest, "A model is called by no test",
        "no test of '{0}' calls '{1}', so only its metrics are held against anything, and no single answer; load it in a test and assert what must hold "
        + "(a known case, a direction, a change that must change nothing)",
        Rules.Gates, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: Rules.Help(Ids.NoBehaviourTest),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (!TestAttributes.Any(name => start.Compilation.GetTypeByMetadataName(name) is not null))
                return;
            var uncalled = new ConcurrentDictionary<INamedTypeSymbol, bool>(SymbolEqualityComparer.Default);
            foreach (var model in ReferencedModels.Of(start.Compilation))
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
                    end.ReportDiagnostic(Diagnostic.Create(Rule, Location.None, end.Compilation.AssemblyName, model.ToDisplayString()));
            });
        });
    }
}
