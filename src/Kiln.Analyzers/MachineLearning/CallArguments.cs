using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.MachineLearning;

/// <summary>A call's arguments by the names of its parameters.</summary>
static class CallArguments
{
    /// <summary>What is given for a parameter, its default included; null where the method has no such parameter.</summary>
    public static IArgumentOperation? Argument(this IInvocationOperation call, string parameter)
    {
        foreach (var argument in call.Arguments)
            if (argument.Parameter?.Name == parameter)
                return argument;
        return null;
    }

    /// <summary>The constant text given for a parameter; null where it is no constant, or null.</summary>
    public static string? Text(this IInvocationOperation call, string parameter) =>
        call.Argument(parameter)?.Value.ConstantValue is { HasValue: true, Value: string text } ? text : null;

    /// <summary>Whether a call is one of ML.NET's methods of that name.</summary>
    public static bool IsOwn(this IInvocationOperation call, string method) =>
        call.TargetMethod.Name == method && MachineLearningTypes.IsOwn(call.TargetMethod.ContainingType);

    /// <summary>The method's name where the call stands.</summary>
    public static Location NameLocation(this IInvocationOperation call) => call.Syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name.GetLocation(),
        var other => other.GetLocation(),
    };
}
