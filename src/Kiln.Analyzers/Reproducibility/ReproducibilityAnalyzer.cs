using System.Collections.Concurrent;
using System.Collections.Immutable;
using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Reproducibility;

/// <summary>What makes training give another model from the same data and the same code.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReproducibilityAnalyzer : MachineLearningAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        UnseededContext.Rule,
        SeedWithoutEffect.Rule);

    private protected override void Start(CompilationStartAnalysisContext start, MachineLearningTypes types)
    {
        var flow = new ContextFlow(types, start.Compilation.Assembly);
        flow.Register(start);
        var uses = new ConcurrentBag<ContextUse>();
        start.RegisterOperationAction(
            operation =>
            {
                var call = (IInvocationOperation)operation.Operation;
                if (!call.TargetMethod.IsMachineLearning())
                    return;
                var draws = Randomness.Draws(call);
                if ((draws || Randomness.Divides(call) || Randomness.Races(call)) && Randomness.ContextOf(call, types)?.Source() is { } context)
                    uses.Add(new(context, draws, call));
            },
            OperationKind.Invocation);
        start.RegisterCompilationEndAction(end =>
        {
            var ordered = uses.OrderBy(static use => use.Call.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal)
                .ThenBy(static use => use.Call.Syntax.SpanStart)
                .ToList();
            UnseededContext.Check(flow, ordered, end.ReportDiagnostic);
            SeedWithoutEffect.Check(flow, ordered, end.ReportDiagnostic);
        });
    }
}
