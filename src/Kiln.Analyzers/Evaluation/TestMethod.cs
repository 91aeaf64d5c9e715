using Kiln.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Evaluation;

/// <summary>Methods that a test framework or a benchmark runs.</summary>
static class TestMethod
{
    static readonly HashSet<string> Frameworks = ["Xunit", "NUnit", "TestTools", "TUnit", "BenchmarkDotNet"];

    /// <summary>Whether a body, or the one it is nested in, is such a method.</summary>
    public static bool IsAround(BodyFlow? body)
    {
        for (; body is not null; body = body.Outer)
            if (body.Method?.GetAttributes().Any(static attribute => IsOfFramework(attribute.AttributeClass?.ContainingNamespace)) == true)
                return true;
        return false;
    }

    static bool IsOfFramework(INamespaceSymbol? space)
    {
        for (; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
            if (Frameworks.Contains(space.Name))
                return true;
        return false;
    }
}
