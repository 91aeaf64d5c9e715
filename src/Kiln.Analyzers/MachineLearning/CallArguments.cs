using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.MachineLearning;

/// <summary>A call's parts by name.</summary>
static class CallArguments
{
    /// <summary>The value given for a parameter, or its default; null where the method has no such parameter.</summary>
    public static IOperation? Argument(this IInvocationOperation call, string parameter)
    {
        foreach (var argument in call.Arguments)
            if (argument.Parameter?.Name == parameter)
                return argument.Value;
        return null;
    }

    /// <summary>The constant text given for a parameter; null where it is no constant, or null.</summary>
    public static string? Text(this IInvocationOperation call, string parameter) =>
        call.Argument(parameter)?.ConstantValue is { HasValue: true, Value: string text } ? text : null;

    /// <summary>What a call is made on, also where it is an extension method.</summary>
    public static IOperation? Receiver(this IInvocationOperation call) =>
        call.Instance ?? (call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0 ? call.Arguments[0].Value.Unwrapped() : null);

    /// <summary>Whether a call is one of ML.NET's methods of that name.</summary>
    public static bool IsOwn(this IInvocationOperation call, string method) =>
        call.TargetMethod.Name == method && MachineLearningTypes.IsOwn(call.TargetMethod.ContainingType);

    /// <summary>Where the name of the called method stands.</summary>
    public static Location NameLocation(this IInvocationOperation call) => call.Syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name.GetLocation(),
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => binding.Name.GetLocation(),
        InvocationExpressionSyntax invocation => invocation.Expression.GetLocation(),
        var other => other.GetLocation(),
    };
}
