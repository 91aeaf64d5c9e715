using Kiln.Analyzers.MachineLearning;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Serving;

/// <summary>A comparison with NaN by an operator, which has one answer whatever the other side is.</summary>
static class NaNComparison
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.NaNComparison, "A value is compared with NaN",
        "this is always {0}, because NaN equals nothing, itself included; write {1}",
        Category.Serving, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.NaNComparison));

    public static void Check(IBinaryOperation comparison, Action<Diagnostic> report)
    {
        if (comparison.OperatorKind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)
            || comparison.OperatorMethod is not null
            || comparison.LeftOperand.Type?.SpecialType is not (SpecialType.System_Single or SpecialType.System_Double))
            return;
        var value = IsNaN(comparison.RightOperand) ? comparison.LeftOperand : IsNaN(comparison.LeftOperand) ? comparison.RightOperand : null;
        if (value is null)
            return;
        var same = comparison.OperatorKind == BinaryOperatorKind.Equals;
        var type = value.Unwrapped().Type?.SpecialType == SpecialType.System_Single ? "float" : "double";
        report(Diagnostic.Create(
            Rule, comparison.Syntax.GetLocation(), same ? "false" : "true", $"{(same ? "" : "!")}{type}.IsNaN({value.Syntax})"));
    }

    static bool IsNaN(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: { } value } && value switch
    {
        float number => float.IsNaN(number),
        double number => double.IsNaN(number),
        _ => false,
    };
}
