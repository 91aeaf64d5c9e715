using System.Collections.Immutable;
using Kiln.Analyzers.Catalog;
using Kiln.Analyzers.Flow;
using Kiln.Analyzers.MachineLearning;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Evaluation;

/// <summary>A statement that calls a method which changes nothing and only returns something new.</summary>
static class ResultDropped
{
    /// <summary>The finding's property with the variable that the result can be assigned to, for the fix.</summary>
    public const string Variable = "Variable";

    public static readonly DiagnosticDescriptor Rule = new(
        Ids.ResultDropped, "The result of a call is dropped",
        "'{0}' does not work in place but returns a new {1}, which is dropped here; assign the result, or remove the call",
        Category.Gates, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.ResultDropped));

    static readonly string[] MakesViews = [Tag.SameRows, Tag.SomeRows, Tag.RepeatsRows, Tag.SplitsRows];

    public static void Check(TypeFlow flow, MachineLearningTypes types, Action<Diagnostic> report)
    {
        foreach (var body in flow.Bodies)
            foreach (var operation in body.Operations)
                if (operation is IExpressionStatementOperation { Operation: IInvocationOperation call }
                    && call.Syntax.Parent is ExpressionStatementSyntax statement
                    && Returned(call, types) is { } returned
                    && !IsTried(call, statement, body))
                    report(Diagnostic.Create(
                        Rule,
                        call.NameLocation(),
                        ImmutableDictionary<string, string?>.Empty.Add(Variable, Target(call, types)),
                        call.TargetMethod.Name,
                        returned));
    }

    /// <summary>What the call makes; null for any other call.</summary>
    static string? Returned(IInvocationOperation call, MachineLearningTypes types)
    {
        if (!MachineLearningTypes.IsOwn(call.TargetMethod.ContainingType))
            return null;
        var receiver = call.Receiver()?.Type;
        return call.TargetMethod.Name switch
        {
            "Append" or "AppendCacheCheckpoint" when types.IsEstimator(receiver) => "estimator",
            "Append" when types.IsTransformer(receiver) => "transformer",
            "Fit" when types.IsEstimator(receiver) => "transformer",
            "Transform" when types.IsTransformer(receiver) => "view",
            _ when MakesViews.Any(call.Has) => types.IsDataView(call.Type) ? "view" : "split",
            _ => null,
        };
    }

    /// <summary>A call that is made to see whether it throws, or how long it takes.</summary>
    static bool IsTried(IInvocationOperation call, SyntaxNode statement, BodyFlow body) =>
        call.TargetMethod.Name is "Fit" or "Transform" && TestMethod.IsAround(body)
        || statement.Ancestors()
            .TakeWhile(static node => !IsBody(node))
            .Any(static node => node is TryStatementSyntax { Catches.Count: > 0 });

    static bool IsBody(SyntaxNode node) =>
        node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or (MemberDeclarationSyntax and not GlobalStatementSyntax);

    /// <summary>The variable that was meant to change: it begins the chain of calls, or is the view. Null where it cannot.</summary>
    static string? Target(IInvocationOperation call, MachineLearningTypes types)
    {
        var meant = types.IsDataView(call.Type) ? types.DataOf(call) : Chained(call);
        return meant is not null
            && meant.Unwrapped() is ILocalReferenceOperation
            {
                Local: { IsForEach: false, IsUsing: false, RefKind: RefKind.None } local,
            }
            && call.TargetMethod.Name is not ("Fit" or "Transform")
            && call.Type is { } type
            && types.Compilation.ClassifyCommonConversion(type, local.Type) is { Exists: true, IsImplicit: true }
                ? local.Name
                : null;
    }

    static IOperation? Chained(IInvocationOperation call)
    {
        var receiver = call.Receiver()?.Unwrapped();
        while (receiver is IInvocationOperation { TargetMethod.Name: "Append" or "AppendCacheCheckpoint" } inner)
            receiver = inner.Receiver()?.Unwrapped();
        return receiver;
    }
}
